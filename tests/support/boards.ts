import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { daysAfter } from "@/lib/days"
import { digestFor, sortFacts } from "@/lib/digest/contents"
import { gatherFacts, listReaders } from "@/lib/digest/queries"
import { addGroups, openNetwork } from "@/lib/networks/commands"
import { openBoard } from "@/lib/partnerships/commands"
import { openBoardInput } from "@/lib/partnerships/input"
import { planMeeting } from "@/lib/partnerships/meetings/commands"
import { planMeetingInput } from "@/lib/partnerships/meetings/input"
import { addSeat, startTerm } from "@/lib/partnerships/seats/commands"
import { addSeatInput, startTermInput } from "@/lib/partnerships/seats/input"
import { addAsk } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { world } from "./world"

/** The day on which the stories of boards are told. */
export const TODAY = "2026-06-01"

/** An LIO with a network of two groups, and boards of its council on which Rita of the choir holds a seat. */
export async function boarding() {
  const w = await world()
  const at = (day: string) => new Date(`${day}T08:00:00Z`)
  const as =
    (email: string) =>
    <T>(work: (ctx: Ctx) => Promise<T>, day = TODAY) =>
      asPerson("ribble", { email }, work, { now: at(day) })
  const [worker, lead, outsider, rita] = ["worker", "lead", "outsider", "rita"].map((name) =>
    as(`${name}@ribble.example`),
  ) as [ReturnType<typeof as>, ReturnType<typeof as>, ReturnType<typeof as>, ReturnType<typeof as>]
  const system = <T>(work: (ctx: Ctx) => Promise<T>, day: string) =>
    asSystem("ribble", work, { now: at(day) })

  await w.system((ctx) =>
    make.speaker(ctx, {
      name: "Rita Rep",
      email: "rita@ribble.example",
      groups: [w.choir],
      speaks: "member",
    }),
  )
  const network = await worker((ctx) => openNetwork(ctx, { name: "Food", about: null, byRequest: false }))
  await worker((ctx) =>
    addGroups(ctx, {
      networkId: network.id,
      groupIds: [w.foodbank.id, w.choir.id],
      ...{ groupName: null, picks: [], newGroups: [] },
    }),
  )

  /** A board of the council with Rita on its seat, and a meeting so many days from today. */
  async function boardWith(name: string, days: number) {
    const board = await worker((ctx) =>
      openBoard(ctx, openBoardInput.parse({ name, bodyIds: [w.council.id], networkIds: [network.id] })),
    )
    const seat = await worker((ctx) => addSeat(ctx, addSeatInput.parse({ boardId: board.id, title: "Seat" })))
    await worker((ctx) =>
      startTerm(
        ctx,
        startTermInput.parse({
          ...{ seatId: seat.id, groupIds: w.choir.id, name: "Rita Rep", email: "rita@ribble.example" },
          ...{ holds: "representative", chosenBy: "network", startsOn: "2026-01-01" },
        }),
      ),
    )
    const meeting = await worker((ctx) =>
      planMeeting(
        ctx,
        planMeetingInput.parse({ boardId: board.id, on: daysAfter(TODAY, days), at: "10:00", ends: "12:00" }),
      ),
    )
    return { boardId: board.id, id: meeting.id }
  }

  const put = async (title: string, texts: string[]) =>
    worker(async (ctx) => {
      const { id } = await startRepresentation(ctx, {
        ...{ title, bodyId: w.council.id, addressee: null, consultationId: null, introduction: null },
      })
      const asks: string[] = []
      for (const text of texts) asks.push((await addAsk(ctx, { representationId: id, text, why: null })).id)
      await publishRepresentation(ctx, { id })
      await sendRepresentation(ctx, { id, sentOn: null, replyDueOn: "2026-07-01" })
      return { id, asks }
    }, "2026-05-02")

  const itemsOf = async (email: string, day: string) => {
    const drawers = sortFacts(await system((ctx) => gatherFacts(ctx, at("2026-04-01")), day))
    const [reader] = await system((ctx) => listReaders(ctx, { periods: [], emails: [email] }), day)
    const contents = reader && digestFor(reader, drawers)
    return contents ? [contents.lead, ...contents.sections.flatMap(({ items }) => items)] : []
  }
  const titles = async (email: string, day: string) => (await itemsOf(email, day)).map(({ title }) => title)
  return { w, worker, lead, outsider, rita, system, boardWith, put, titles }
}
