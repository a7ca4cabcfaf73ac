import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { daysAfter } from "@/lib/days"
import { NotAllowed } from "@/lib/errors"
import { settleBody } from "@/lib/groups/bodies/commands"
import { listAlarms } from "@/lib/partnerships/alarms/queries"
import { openBoard, turnBoard } from "@/lib/partnerships/commands"
import { askForReports, askToDeclare, tellOfAlarms } from "@/lib/partnerships/cycle/commands"
import { declareInterests } from "@/lib/partnerships/declarations/commands"
import { listDeclared } from "@/lib/partnerships/declarations/queries"
import { openBoardInput } from "@/lib/partnerships/input"
import { cancelMeeting, planMeeting, putAsk } from "@/lib/partnerships/meetings/commands"
import { planMeetingInput } from "@/lib/partnerships/meetings/input"
import { addPromise, endPromise } from "@/lib/partnerships/promises/commands"
import { addPromiseInput } from "@/lib/partnerships/promises/input"
import { getPromise, listOpenPromises } from "@/lib/partnerships/promises/queries"
import { giveReportBack, publishReport, saveReport } from "@/lib/partnerships/reports/commands"
import { getReport } from "@/lib/partnerships/reports/queries"
import { addSeat } from "@/lib/partnerships/seats/commands"
import { addSeatInput } from "@/lib/partnerships/seats/input"
import { recordAskOutcome } from "@/lib/representations/replies/commands"
import { getPublicScorecard, getScorecard } from "@/lib/representations/scorecard/queries"
import { choosePapers } from "@/lib/representations/signing/commands"
import { getThread } from "@/lib/thread/queries"
import { boarding, TODAY } from "./support/boards"

const { w, worker, lead, outsider, rita, system, boardWith, put, titles } = await boarding()

const box = (over = {}) => ({ decided: "Roof in May.", said: null, promised: null, needed: null, ...over })

describe("The report", () => {
  it("is the representative’s own while a draft, staff’s when it is sent, all groups’ when it is passed on", async () => {
    const { id } = await boardWith("Report Board", -1)
    const keep = { meetingId: id, version: 0, button: "keep" as const }
    await rita((ctx) => saveReport(ctx, { ...keep, ...box() }))
    expect((await worker((ctx) => getReport(ctx, id))).report, "staff read no draft").toBeNull()
    await expect(worker((ctx) => saveReport(ctx, { ...keep, ...box() }))).rejects.toThrow(
      "has begun this report",
    )
    await expect(
      rita((ctx) => saveReport(ctx, { ...keep, ...box({ decided: "Other." }) })),
      "two browsers",
    ).rejects.toThrow("Somebody saved this report")
    await expect(lead((ctx) => saveReport(ctx, { ...keep, ...box() }))).rejects.toThrow(NotAllowed)
    await rita((ctx) => saveReport(ctx, { ...keep, version: 1, button: "send", ...box() }))
    expect((await worker((ctx) => getReport(ctx, id))).report?.decided).toBe("Roof in May.")
    expect((await lead((ctx) => getReport(ctx, id))).report).toBeNull()
    await worker((ctx) => giveReportBack(ctx, { meetingId: id, reason: "Which roof?" }))
    expect((await rita((ctx) => getReport(ctx, id))).report?.givenBack).toBe("Which roof?")
    await rita((ctx) =>
      saveReport(ctx, { ...keep, version: 2, button: "send", ...box({ decided: "Hall roof in May." }) }),
    )
    const publish = { meetingId: id, version: 3, ...box({ decided: "The hall’s roof, in May." }) }
    await expect(rita((ctx) => publishReport(ctx, publish))).rejects.toThrow(NotAllowed)
    await worker((ctx) => publishReport(ctx, publish))
    const read = (await outsider((ctx) => getReport(ctx, id))).report
    expect(read?.decided).toBe("The hall’s roof, in May.")
    expect((await worker((ctx) => getReport(ctx, id))).report?.asSent?.decided).toBe("Hall roof in May.")
    expect(await titles("lead@ribble.example", "2026-06-02")).toContain("What happened at Report Board")
    await expect(worker((ctx) => publishReport(ctx, publish))).rejects.toThrow("have this report already")
  })

  it("is asked for the day after, once more after five days, and not when it has come", async () => {
    const { id } = await boardWith("Reminding Board", -1)
    const asked = async (day: string) => {
      await system(askForReports, day)
      const [row] = await w.system((ctx) =>
        ctx.tx.execute<{ count: number }>(sql`
          select count(*)::int as count from letters where letter = 'board-report-asked' and props ->> 'board' = 'Reminding Board'`),
      )
      return row?.count
    }
    expect(await asked(TODAY)).toBe(1)
    expect(await asked("2026-06-02")).toBe(1)
    expect(await asked("2026-06-06")).toBe(2)
    expect(await asked("2026-06-09")).toBe(2)
    expect(id).toBeTruthy()
  })

  it("can’t be written before the meeting begins, nor sent empty", async () => {
    const { id } = await boardWith("Early Board", 3)
    const send = { meetingId: id, version: 0, button: "send" as const }
    await expect(rita((ctx) => saveReport(ctx, { ...send, ...box() }))).rejects.toThrow("hasn’t begun")
    const empty = { ...send, ...box({ decided: null }) }
    await expect(rita((ctx) => saveReport(ctx, empty), daysAfter(TODAY, 3 + 1))).rejects.toThrow(
      "at least one box",
    )
  })
})

describe("A promise at a board", () => {
  it("answers an ask: that ask has its reply, and where it ends the promise ends", async () => {
    const { id, boardId } = await boardWith("Promising Board", -2)
    const paper = await put("Ramps", ["A ramp at the hall."])
    const askId = paper.asks[0] ?? ""
    await worker((ctx) => putAsk(ctx, { meetingId: id, askId }))
    const said = {
      ...{ boardId, meetingId: id, bodyId: w.council.id, words: "A ramp by autumn." },
      ...{ promisedBy: "Estates", promisedOn: "2026-05-30", dueOn: "2026-09-01", askId },
    }
    await expect(
      worker((ctx) => addPromise(ctx, addPromiseInput.parse({ ...said, dueOn: "" }))),
    ).rejects.toThrow("Enter the date")
    const made = await worker((ctx) => addPromise(ctx, addPromiseInput.parse(said)))
    await expect(
      worker((ctx) => endPromise(ctx, { id: made.id, ending: "kept", outcome: "x", endedOn: null })),
    ).rejects.toThrow("answers an ask")
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{ reply: string; id: string }>(
        sql`select reply, id from ask_replies where ask_id = ${askId}`,
      ),
    )
    expect(row?.reply).toBe("promised")
    expect(await worker((ctx) => listOpenPromises(ctx, { boardId }))).toHaveLength(1)
    const thread = await worker((ctx) => getThread(ctx, "ask", askId))
    expect(thread.up.map(({ kind }) => kind)).toContain("paper")
    expect(thread.down.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["meeting", "reply"]))
    const other = await put("Doors", ["Wider doors."])
    await worker((ctx) => putAsk(ctx, { meetingId: id, askId: other.asks[0] ?? "" }))
    const sideways = await worker((ctx) => getThread(ctx, "ask", other.asks[0] ?? ""))
    expect(
      sideways.down.map(({ kind }) => kind),
      "a meeting leads from one ask to no other",
    ).toEqual(["meeting"])
    const whole = await worker((ctx) => getThread(ctx, "meeting", id))
    expect(whole.up.filter(({ kind }) => kind === "ask")).toHaveLength(2)
    expect(whole.down.map(({ kind }) => kind)).toEqual(["reply"])
    await worker((ctx) =>
      recordAskOutcome(ctx, {
        ...{ id: askId, promiseId: row?.id ?? "", ending: "kept", outcome: "It is there.", outcomeOn: null },
      }),
    )
    expect(await worker((ctx) => listOpenPromises(ctx, { boardId }))).toEqual([])
    expect(await worker((ctx) => getPromise(ctx, made.id))).toMatchObject({
      ending: "kept",
      outcome: "It is there.",
    })
  })

  it("without an ask ends once, by whoever says so", async () => {
    const { boardId } = await boardWith("Loose Board", -2)
    const said = { boardId, bodyId: w.council.id, words: "We will ring.", promisedOn: "2026-05-30" }
    const made = await worker((ctx) => addPromise(ctx, addPromiseInput.parse(said)))
    const end = { id: made.id, ending: "not_kept" as const, outcome: "Nobody rang.", endedOn: null }
    await expect(lead((ctx) => endPromise(ctx, end))).rejects.toThrow(NotAllowed)
    await worker((ctx) => endPromise(ctx, end))
    await expect(worker((ctx) => endPromise(ctx, end))).rejects.toThrow("already")
  })
})

describe("The scorecard of a body", () => {
  it("counts meetings of its boards, those reported, and promises there that answer no ask, and kept", async () => {
    const body = await worker((ctx) => settleBody(ctx, { bodyId: null, newBody: "Ribble Water Authority" }))
    const board = await worker((ctx) =>
      openBoard(ctx, openBoardInput.parse({ name: "Water Board", bodyIds: [body] })),
    )
    const boardId = board.id
    const figures = async () => {
      const cards = await worker((ctx) => getScorecard(ctx, { from: "2026-01-01", to: "2026-12-31" }))
      const all = cards.find(({ id }) => id === body)?.figures ?? []
      const of = (key: string) => all.find((one) => one.key === key)
      return ["board_meetings", "reported", "board_promises", "board_kept"].map((key) => [
        of(key)?.value,
        of(key)?.of,
      ])
    }
    const meet = (on: string) =>
      worker((ctx) => planMeeting(ctx, planMeetingInput.parse({ boardId, on, at: "10:00", ends: "11:00" })))
    const first = await meet("2026-03-01")
    expect((await figures())[0], "groups have no seat there").toEqual([undefined, undefined])
    await worker((ctx) => addSeat(ctx, addSeatInput.parse({ boardId, title: "Seat" })))
    await meet("2026-04-01")
    await meet("2026-08-01")
    const off = await meet("2026-09-01")
    await worker((ctx) => cancelMeeting(ctx, { id: off.id, reason: "Holidays" }))
    await worker((ctx) => saveReport(ctx, { meetingId: first.id, version: 0, button: "send", ...box() }))
    await worker((ctx) => publishReport(ctx, { meetingId: first.id, version: 1, ...box() }))
    const said = { boardId, bodyId: body ?? "", promisedOn: "2026-03-01" }
    const kept = await worker((ctx) => addPromise(ctx, addPromiseInput.parse({ ...said, words: "A tap." })))
    await worker((ctx) => addPromise(ctx, addPromiseInput.parse({ ...said, words: "A pump." })))
    await worker((ctx) =>
      endPromise(ctx, { id: kept.id, ending: "kept", outcome: "It runs.", endedOn: null }),
    )
    expect(await figures()).toEqual([
      [2, 1],
      [1, 2],
      [2, 1],
      [1, 2],
    ])
    await w.asManager((ctx) => choosePapers(ctx, { papersSignedOff: false, scorecardPublic: true }))
    const anybody = async () =>
      (await w.asPublic((ctx) => getPublicScorecard(ctx, { from: "2026-01-01", to: "2026-12-31" }))).find(
        ({ id }) => id === body,
      )
    expect(await anybody(), "the board isn’t on the public page").toBeUndefined()
    await worker((ctx) => turnBoard(ctx, { id: boardId, to: "shown" }))
    expect((await anybody())?.figures.find(({ key }) => key === "board_meetings")?.value).toBeGreaterThan(0)
  })
})

describe("Interests", () => {
  it("are asked for a month after somebody began, a year after they declared them, and once each time", async () => {
    const { boardId } = await boardWith("Declaring Board", -1)
    const asked = async (day: string) => {
      await system(askToDeclare, day)
      const [row] = await w.system((ctx) =>
        ctx.tx.execute<{ count: number }>(sql`
          select count(*)::int as count from letters where letter = 'board-declare' and props ->> 'board' = 'Declaring Board'`),
      )
      return row?.count
    }
    expect(await asked("2026-01-20"), "they have just begun").toBe(0)
    expect(await asked("2026-02-01")).toBe(1)
    expect(await asked("2026-02-02")).toBe(1)
    const [own] = await rita((ctx) => listDeclared(ctx, boardId))
    await rita((ctx) => declareInterests(ctx, { termId: own?.termId ?? "", interests: "none", words: null }))
    expect(await asked("2027-05-01")).toBe(1)
    expect(await asked("2027-06-02")).toBe(2)
  })
})

describe("Alarms", () => {
  it("tell of a vacancy, a term that ends, two meetings without a report, and a promise whose day is past", async () => {
    const { boardId } = await boardWith("Alarming Board", -1)
    const kinds = async () =>
      (await worker(listAlarms)).filter((alarm) => alarm.boardId === boardId).map(({ kind }) => kind)
    expect(await kinds(), "one meeting without a report is none yet").toEqual(["not_declared"])
    await worker((ctx) =>
      planMeeting(ctx, planMeetingInput.parse({ boardId, on: "2026-05-01", at: "10:00", ends: "11:00" })),
    )
    await worker((ctx) => addSeat(ctx, addSeatInput.parse({ boardId, title: "Second seat" })))
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update seat_terms set ends_on = '2026-07-01' where seat_id in (select id from seats where board_id = ${boardId})`,
      ),
    )
    const said = {
      boardId,
      bodyId: w.council.id,
      words: "A list.",
      promisedOn: "2026-05-01",
      dueOn: "2026-05-31",
    }
    await worker((ctx) => addPromise(ctx, addPromiseInput.parse(said)))
    expect(await kinds()).toEqual(["vacancy", "term_ending", "no_report", "promise_overdue", "not_declared"])
    const told = await system(tellOfAlarms, TODAY)
    expect(told).toBeGreaterThanOrEqual(2)
    expect(await system(tellOfAlarms, TODAY), "once each").toBe(0)
    await expect(lead(listAlarms)).rejects.toThrow(NotAllowed)
  })
})
