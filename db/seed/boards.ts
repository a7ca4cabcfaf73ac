import { sql } from "drizzle-orm"
import { asPerson } from "@/lib/access/doors"
import { openBoard, turnBoard } from "@/lib/partnerships/commands"
import { addDecision } from "@/lib/partnerships/decisions/commands"
import { declareInterests } from "@/lib/partnerships/declarations/commands"
import { writeHandover } from "@/lib/partnerships/handover/commands"
import { openBoardInput } from "@/lib/partnerships/input"
import { addSeat, endTerm, startTerm } from "@/lib/partnerships/seats/commands"
import { addSeatInput, startTermInput } from "@/lib/partnerships/seats/input"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { makeBoardYear } from "./board-year"
import { makeElection } from "./elections"
import { BOARDS, type StoryBoard, type StoryTerm } from "./story/boards"
import { CAST } from "./story/people"

const DAY = 86_400_000

type Told = { lio: string; place: Place; now: Date }

/** The boards of Aldervale, with the seats that groups have there and who has held them. */
export async function makeBoards({ lio, place, now }: Told) {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const dayAgo = (daysAgo: number) => dayOf(at(daysAgo))
  const as = <T>(daysAgo: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: at(daysAgo) })
  const rows = await as(0, (ctx) =>
    ctx.tx.execute<{ id: string; name: string }>(sql`select n.id, n.name from networks n`),
  )
  const networks = new Map(rows.map(({ id, name }) => [name, id]))
  const idOf = (group: string) => place.groups.get(group)?.id ?? ""

  /** Whoever has the seat declares their interests; nobody else who stood does. */
  const declares = async (
    seatId: string,
    daysAgo: number,
    { name, interests }: Pick<StoryTerm, "name" | "interests">,
  ) => {
    if (interests === undefined) return
    const { terms } = await as(daysAgo, (ctx) => getSeat(ctx, seatId))
    const termId = terms.find((one) => one.name === name && !one.endedOn)?.termId ?? ""
    await as(daysAgo, (ctx) =>
      declareInterests(ctx, { termId, interests: interests ? "some" : "none", words: interests }),
    )
  }

  const takes = async (seatId: string, term: StoryTerm) => {
    await as(term.from, (ctx) =>
      startTerm(
        ctx,
        startTermInput.parse({
          ...{ seatId, groupIds: idOf(term.group), name: term.name, email: term.email, holds: term.holds },
          ...{ chosenBy: term.chosenBy, chosenNote: term.note, startsOn: dayAgo(term.from), named: "on" },
        }),
      ),
    )
    await declares(seatId, term.from - 3, term)
    const { terms } = await as(term.from, (ctx) => getSeat(ctx, seatId))
    const termId = terms.find((one) => one.name === term.name && !one.endedOn)?.termId ?? ""
    const { handover } = term
    if (handover) await as((term.until ?? 0) + 5, (ctx) => writeHandover(ctx, { termId, words: handover }))
    if (term.until === undefined) return
    const { until, why } = term
    await as(until, (ctx) =>
      endTerm(ctx, { id: termId, ending: "stepped_down", endedReason: why ?? null, endedOn: dayAgo(until) }),
    )
  }

  const opens = async (board: StoryBoard) => {
    const { id } = await as(board.since, (ctx) =>
      openBoard(
        ctx,
        openBoardInput.parse({
          ...{ name: board.name, purpose: board.purpose, terms: board.terms, contact: board.contact },
          bodyIds: board.bodies.map(idOf),
          networkIds: board.networks.map((name) => networks.get(name) ?? ""),
          themeIds: board.themes.map((name) => place.themes.get(name) ?? ""),
        }),
      ),
    )
    if (board.shown) await as(board.since, (ctx) => turnBoard(ctx, { id, to: "shown" }))
    for (const { terms, election, ...seat } of board.seats) {
      const made = await as(board.since, (ctx) => addSeat(ctx, addSeatInput.parse({ boardId: id, ...seat })))
      for (const term of terms) await takes(made.id, term)
      if (!election) continue
      await makeElection({ lio, place, now }, { boardId: id, seatId: made.id, title: seat.title }, election)
      for (const one of election.candidates) await declares(made.id, election.votingUntil - 5, one)
    }
    for (const { daysAgo, words, theme } of board.decided)
      await as(daysAgo, (ctx) =>
        addDecision(ctx, {
          ...{ boardId: id, on: dayAgo(daysAgo), words, needIds: [] },
          ...{
            themeIds: theme ? [place.themes.get(theme) ?? ""] : [],
            audience: board.shown ? "public" : "members",
          },
        }),
      )
  }
  for (const board of BOARDS) await opens(board)
  await makeBoardYear({ lio, place, now })
}
