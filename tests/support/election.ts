import { sql } from "drizzle-orm"
import * as make from "@/db/seed/factories"
import { asSystem } from "@/lib/access/doors"
import { electionPath, nomineePath } from "@/lib/access/links"
import { openBoard, turnBoard } from "@/lib/partnerships/commands"
import { planElection, publishElection } from "@/lib/partnerships/elections/commands"
import { planElectionInput } from "@/lib/partnerships/elections/input"
import { moveElection } from "@/lib/partnerships/elections/moving/commands"
import { checkNomination, endorse, nominate } from "@/lib/partnerships/elections/nominations/commands"
import { listNominations } from "@/lib/partnerships/elections/nominations/queries"
import { byElectionLink, type Taker } from "@/lib/partnerships/elections/taking/queries"
import { newCode } from "@/lib/partnerships/elections/voting/box"
import { castBallot } from "@/lib/partnerships/elections/voting/commands"
import { openBoardInput } from "@/lib/partnerships/input"
import { addSeat } from "@/lib/partnerships/seats/commands"
import { addSeatInput } from "@/lib/partnerships/seats/input"
import type { World } from "./world"

const DAY = 86_400_000
const daysOn = (days: number) => new Date(Date.now() + days * DAY)
const dayOn = (days: number) => daysOn(days).toISOString().slice(0, 10)

type Over = Record<string, unknown>
type Voice = { personId: string; groupId: string; name: string }

/** What tests of elections do, in a world of their own. */
export function voting(w: World) {
  const keyOf = (path: string) => new URL(path, "https://x").searchParams.get("key") ?? ""
  const until = daysOn(400)
  const keyFor = (electionId: string, personId: string) =>
    keyOf(electionPath(w.ribble, electionId, { personId }, until))
  const nomineeKey = (id: string) => keyOf(nomineePath(w.ribble, id, until))

  /** Whoever speaks for a group of their own, so many of them. */
  const voices = (count: number, named = "Group") =>
    w.system(async (ctx) => {
      const made: Voice[] = []
      for (let at = 0; at < count; at++) {
        const group = await make.group(ctx, { name: `${named} ${at + 1}`, stage: "member" })
        const email = `${named.toLowerCase().replaceAll(" ", "-")}-${at}@ribble.example`
        const person = await make.speaker(ctx, {
          ...{ name: `Voice of ${named} ${at + 1}`, email, groups: [group], speaks: "lead" as const },
        })
        made.push({ personId: person.id, groupId: group.id, name: `Voice of ${named} ${at + 1}` })
      }
      return made
    })

  /** A board that anybody sees, with seats. */
  const seated = async (name: string, seats: number | string[] = 1) => {
    const titles =
      typeof seats === "number" ? Array.from({ length: seats }, (_, at) => `Seat ${at + 1}`) : seats
    const board = await w.asWorker((ctx) =>
      openBoard(ctx, openBoardInput.parse({ name, bodyIds: [w.council.id] })),
    )
    await w.asWorker((ctx) => turnBoard(ctx, { id: board.id, to: "shown" }))
    const ids: string[] = []
    for (const title of titles)
      ids.push(
        (
          await w.asWorker((ctx) =>
            addSeat(ctx, addSeatInput.parse({ boardId: board.id, title, termMonths: "36" })),
          )
        ).id,
      )
    return { boardId: board.id, seatIds: ids }
  }

  const plan = async (name: string, over: Over = {}, seats: number | string[] = 1) => {
    const { boardId, seatIds } = await seated(name, seats)
    const { id } = await w.asWorker((ctx) =>
      planElection(
        ctx,
        planElectionInput.parse({
          ...{ boardId, seatIds, title: name, ruleAsked: "usual", endorsements: "0" },
          ...{ nominationsUntil: dayOn(21), votingFrom: dayOn(28), votingUntil: dayOn(42), ...over },
        }),
      ),
    )
    return { id, boardId, seatIds }
  }

  const takes = <T>(
    id: string,
    voice: { personId: string },
    work: (ctx: never, taker: Taker) => Promise<T>,
    now?: Date,
  ) => byElectionLink({ lio: "ribble", key: keyFor(id, voice.personId) }, work as never, now) as Promise<T>

  const putUp = (id: string, voice: Voice, statement = "I listen.") =>
    takes(id, voice, (ctx, taker) =>
      nominate(ctx, taker, { groupId: voice.groupId, who: "me", name: null, email: null, statement }),
    )
  const endorses = (id: string, voice: Voice, nominationId: string) =>
    takes(id, voice, (ctx, taker) => endorse(ctx, taker, { nominationId, groupId: voice.groupId }))

  const move = (id: string, days: number) =>
    asSystem("ribble", (ctx) => moveElection(ctx, id), { now: daysOn(days) })

  const checkAll = (id: string) =>
    w.asWorker(async (ctx) => {
      for (const one of await listNominations(ctx, id))
        if (!one.valid && !one.withdrawn)
          await checkNomination(ctx, { id: one.id, verdict: "valid", reason: null })
    })

  /** An election with these candidates whose voting has opened; 29 days from now it is open. */
  const opened = async (name: string, candidates: Voice[], over: Over = {}, seats: number | string[] = 1) => {
    const made = await plan(name, over, seats)
    await w.asWorker((ctx) => publishElection(ctx, { id: made.id }))
    for (const one of candidates) await putUp(made.id, one)
    await checkAll(made.id)
    await move(made.id, 22)
    await move(made.id, 29)
    return made
  }

  const placeOf = async (id: string, groupId: string) => {
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{ id: string }>(
        sql`select id from election_roll where election_id = ${id}::uuid and group_id = ${groupId}::uuid`,
      ),
    )
    return row?.id ?? ""
  }

  type Vote = {
    order?: string[]
    codes?: string[]
    made?: string
    now?: Date
    blank?: boolean
    rule?: "choice"
  }
  /** Somebody votes, for nominations in order of preference. */
  const vote = async (id: string, voice: Voice, { order = [], codes = [], made, now, blank, rule }: Vote) => {
    const rollId = await placeOf(id, voice.groupId)
    return takes(
      id,
      voice,
      (ctx, taker) =>
        castBallot(ctx, taker, {
          ...{ rollId, codes, made: made ?? newCode() },
          ...{ choice: rule ? order[0] : undefined, ticked: order, blank: blank ? "yes" : undefined },
          rank: order.map((nomination, at) => ({ id: nomination, place: at + 1 })),
        }),
      now ?? daysOn(30),
    )
  }

  return { keyFor, nomineeKey, voices, plan, takes, putUp, endorses, move, checkAll, opened, placeOf, vote }
}
