import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { daysAfter } from "@/lib/days"
import { listCalendar } from "@/lib/home/calendar/queries"
import { readList } from "@/lib/lists/input"
import { sendBrief } from "@/lib/partnerships/briefs/commands"
import { getBrief } from "@/lib/partnerships/briefs/queries"
import { prepareMeetings, tellOfAlarms } from "@/lib/partnerships/cycle/commands"
import { addDecision } from "@/lib/partnerships/decisions/commands"
import { planMeeting } from "@/lib/partnerships/meetings/commands"
import { planMeetingInput } from "@/lib/partnerships/meetings/input"
import { addPromise, endPromise } from "@/lib/partnerships/promises/commands"
import { addPromiseInput } from "@/lib/partnerships/promises/input"
import { publishReport, saveReport } from "@/lib/partnerships/reports/commands"
import { changeTerm, endTerm } from "@/lib/partnerships/seats/commands"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { tasksAsTable } from "@/lib/tasks/export/queries"
import { taskList } from "@/lib/tasks/filters"
import { boarding, TODAY } from "./support/boards"

const { w, worker, rita, system, boardWith } = await boarding()

/** The words of the tasks that are open and about this board, without their pages. */
const toDo = async (name: string) =>
  (
    await worker((ctx) =>
      ctx.tx.execute<{ what: string }>(
        sql`select what from tasks where done_at is null and position(${name} in what) > 0 order by what`,
      ),
    )
  ).map(({ what }) => what.replace(/ \(\/.*/, ""))

const promised = (boardId: string, over: Record<string, string>) =>
  worker((ctx) =>
    addPromise(
      ctx,
      addPromiseInput.parse({
        ...{ boardId, bodyId: w.council.id, words: "A bus at nine.", promisedOn: TODAY, ...over },
      }),
    ),
  )
const passedOn = async (meetingId: string, boxes: Record<string, string | null>) => {
  const all = { meetingId, decided: null, said: null, promised: null, needed: null, ...boxes }
  await rita((ctx) => saveReport(ctx, { ...all, version: 0, button: "send" }))
  await worker((ctx) => publishReport(ctx, { ...all, version: 1 }))
}

describe("What a board leaves for staff to do", () => {
  it("is done once they send the brief", async () => {
    const { id } = await boardWith("Sent Board", 7)
    await system(prepareMeetings, TODAY)
    expect(await toDo("Sent Board")).toEqual(["The brief for Sent Board is ready: look at it and send it"])
    const on = await worker((ctx) => listCalendar(ctx, []))
    expect(on.find((one) => one.kind === "date" && one.path === `/board-meetings/${id}`)).toMatchObject({
      on: daysAfter(TODAY, 7),
    })
    const file = await worker((ctx) => tasksAsTable(ctx, readList(taskList, { whose: "team" })))
    expect(JSON.stringify(file.pieces), "a file has the words without their page").not.toContain(
      "(/board-meetings",
    )
    await worker((ctx) => sendBrief(ctx, { meetingId: id }))
    expect(await toDo("Sent Board")).toEqual([])
  })

  it("is to write down what a report says was promised, until the first of it is", async () => {
    const { id, boardId } = await boardWith("Promising Board", -1)
    await passedOn(id, { promised: "A bus at nine, by June." })
    expect(await toDo("Promising Board")).toEqual([
      "Add what was promised at Promising Board, so that it’s kept in view",
    ])
    await promised(boardId, { meetingId: id })
    expect(await toDo("Promising Board")).toEqual([])
    const known = await boardWith("Knowing Board", -1)
    await promised(known.boardId, { meetingId: known.id })
    await passedOn(known.id, { promised: "A bus at nine, by June." })
    expect(await toDo("Knowing Board"), "it’s there already").toEqual([])
  })

  it("is done once a promise that is overdue, or a term that ends, has ended", async () => {
    const { boardId } = await boardWith("Late Board", 60)
    const { id } = await promised(boardId, { promisedOn: "2026-05-01", dueOn: "2026-05-20" })
    const [term] = await worker((ctx) =>
      ctx.tx.execute<{ id: string; seatId: string }>(
        sql`select t.id, t.seat_id as "seatId" from seat_terms t join seats s on s.id = t.seat_id where s.board_id = ${boardId}`,
      ),
    )
    const { id: termId = "", seatId = "" } = term ?? {}
    await worker((ctx) => changeTerm(ctx, { id: termId, endsOn: daysAfter(TODAY, 30), named: false }))
    await system(tellOfAlarms, TODAY)
    expect(await toDo("Late Board")).toHaveLength(2)
    await worker((ctx) => endPromise(ctx, { id, ending: "kept", outcome: "It runs.", endedOn: null }))
    expect(await toDo("Late Board")).toEqual([
      "The term of Rita Rep on Late Board ends on 1 July 2026: plan who follows",
    ])
    await worker((ctx) =>
      endTerm(ctx, { id: termId, ending: "stepped_down", endedReason: null, endedOn: null }),
    )
    expect(await toDo("Late Board")).toEqual([])
    expect((await worker((ctx) => getSeat(ctx, seatId))).terms).toHaveLength(1)
  })
})

describe("What a brief says of last time", () => {
  it("is what came since the last meeting, each once", async () => {
    const { id, boardId } = await boardWith("Once Board", -10)
    const decided = (words: string, on: string) =>
      worker((ctx) => addDecision(ctx, { boardId, words, on, themeIds: [], needIds: [], audience: "staff" }))
    await decided("Long ago.", "2026-03-01")
    await decided("The winter fund.", daysAfter(TODAY, -10))
    await passedOn(id, { decided: "There will be a winter fund.", needed: "Who needs it?" })
    const { id: next } = await worker((ctx) =>
      planMeeting(
        ctx,
        planMeetingInput.parse({ boardId, on: daysAfter(TODAY, 6), at: "10:00", ends: "12:00" }),
      ),
    )
    await system(prepareMeetings, TODAY)
    const { brief } = await worker((ctx) => getBrief(ctx, next))
    const last = brief?.sections.find(({ section }) => section === "last")?.items.map(({ words }) => words)
    expect(last).toEqual(["Who needs it?", "The winter fund."])
  })
})
