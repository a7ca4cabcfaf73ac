import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { meetingReports } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { sitsOn } from "../../access/may"
import { whenInWords } from "../../calendar/words"
import { dropDraft, keepDraft } from "../../drafts/commands"
import { post } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { leaveForStaff, settleForStaff } from "../../tasks/commands"
import { whereIs } from "../../tasks/words"
import { say } from "../../words"
import { getMeeting, type Meeting } from "../meetings/queries"
import { KEEPS_BOARDS, mayKeepBoards, mayReport } from "../policy"
import { listPromisesAt } from "../promises/queries"
import { wherePromised } from "../words"
import type { GiveBack, PublishReport, SaveReport, TypedReport } from "./input"
import { type Boxes, draftOf, findReport, getReport } from "./queries"

const whereToRead = (meetingId: string) => whereIs(`board-meetings/${meetingId}/report`)

const boxesOf = ({ decided, said, promised, needed }: Boxes): Boxes => ({ decided, said, promised, needed })
const isEmpty = (boxes: Boxes) => Object.values(boxesOf(boxes)).every((words) => words === null)

/** The meeting, for whoever may report from it. */
async function meetingToReport(ctx: Ctx, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId)
  ensure(
    mayReport(ctx.actor, meeting.boardId),
    say("Only representatives on this board and staff can report."),
  )
  return meeting
}

async function refuseOverwriting(ctx: Ctx, meetingId: string): Promise<never> {
  const { report } = await getReport(ctx, meetingId)
  const theirs = Object.entries(report ? boxesOf(report) : {}).map(([box, words]) => [box, words ?? ""])
  throw new RuleBroken(
    say(
      "Somebody saved this report while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
    ),
    undefined,
    { ...Object.fromEntries(theirs), version: String(report?.version ?? 0) },
  )
}

/** Whoever sits on the board keeps their report as a draft, or sends it to staff. It can be written from the beginning of the meeting. */
export async function saveReport(ctx: Ctx, { meetingId, version, button, ...typed }: SaveReport) {
  const meeting = await meetingToReport(ctx, meetingId)
  if (!meeting.begun) throw new RuleBroken(say("The meeting hasn’t begun yet."))
  const boxes = boxesOf(typed)
  const send = button === "send"
  if (send && isEmpty(boxes))
    throw new RuleBroken(say("Fill in at least one box before you send it."), "decided")
  const before = await findReport(ctx, meetingId)
  if (before?.published) throw new RuleBroken(say("The groups have this report already."))
  if (before?.sent && !mayKeepBoards(ctx.actor))
    throw new RuleBroken(say("This report has been sent. Staff are looking at it."))
  if (before && !before.sent && !sitsOn(ctx.actor, meeting.boardId))
    throw new RuleBroken(say("A representative has begun this report. Ask them to send it."))
  if ((before?.version ?? 0) !== version) return refuseOverwriting(ctx, meetingId)
  const me = personOf(ctx.actor)?.personId ?? null
  const sent = send ? { sentAt: ctx.now, sentBy: me, givenBack: null } : {}
  const saved = { ...boxes, ...sent, savedAt: ctx.now, savedBy: me, version: version + 1 }
  await ctx.tx
    .insert(meetingReports)
    .values({ ...saved, lioId: ctx.lio.id, meetingId, boardId: meeting.boardId })
    .onConflictDoUpdate({ target: [meetingReports.lioId, meetingReports.meetingId], set: saved })
  await dropDraft(ctx, draftOf(meetingId))
  if (!send) return { id: meetingId, sent: false }
  await leaveForStaff(ctx, [
    {
      what: say("Read the report of {board} and pass it on to the groups {where}", {
        board: meeting.board,
        where: whereToRead(meetingId),
      }),
    },
  ])
  await record(ctx, {
    what: "report.sent",
    subject: ["board", meeting.boardId],
    summary: say("Reported from {board}, {when}", { board: meeting.board, when: whenInWords(meeting) }),
  })
  return { id: meetingId, sent: true }
}

/** Keeps what somebody has typed into a report so far, for themselves; nothing once it was sent. */
export async function keepTypedReport(ctx: Ctx, meetingId: string, { key, ...boxes }: TypedReport) {
  await meetingToReport(ctx, meetingId)
  const values = Object.fromEntries(Object.entries(boxes).map(([box, words]) => [box, words ?? ""]))
  return keepDraft(ctx, { form: draftOf(meetingId), values, key })
}

/** Staff give a report back to whoever wrote it, with what they should change. They get an email. */
export async function giveReportBack(ctx: Ctx, { meetingId, reason }: GiveBack) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const meeting = await getMeeting(ctx, meetingId)
  const [back] = await readingAll(ctx, "from now on it is a draft, which staff don’t read", () =>
    ctx.tx
      .update(meetingReports)
      .set({ sentAt: null, givenBack: reason })
      .where(
        and(
          eq(meetingReports.meetingId, meetingId),
          isNotNull(meetingReports.sentAt),
          isNull(meetingReports.publishedAt),
        ),
      )
      .returning({ sentBy: meetingReports.sentBy }),
  )
  if (!back) throw new RuleBroken(say("There’s no report to give back."))
  await settleForStaff(ctx, whereToRead(meetingId))
  if (back.sentBy)
    await post(ctx, {
      letter: "board-report-back",
      stream: "service",
      to: { personId: back.sentBy },
      props: { board: meeting.board, reason, url: `/${ctx.lio.slug}/board-meetings/${meetingId}/report` },
    })
  await record(ctx, {
    what: "report.given_back",
    subject: ["board", meeting.boardId],
    summary: say("Gave the report of {board} back: {reason}", { board: meeting.board, reason }),
  })
  return { id: meetingId }
}

async function publish(ctx: Ctx, meeting: Meeting, before: Boxes, boxes: Boxes) {
  const changed = JSON.stringify(before) !== JSON.stringify(boxes)
  const [done] = await ctx.tx
    .update(meetingReports)
    .set({
      ...boxes,
      ...{ publishedAt: ctx.now, publishedBy: personOf(ctx.actor)?.personId ?? null },
      asSent: changed ? before : null,
    })
    .where(and(eq(meetingReports.meetingId, meeting.id), isNull(meetingReports.publishedAt)))
    .returning({ id: meetingReports.meetingId })
  found(done)
}

/** Staff pass a report on to the groups, in their words where they changed some; what was sent stays beside it. Groups read of it in their digest. */
export async function publishReport(ctx: Ctx, { meetingId, version, ...typed }: PublishReport) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { meeting, report } = await getReport(ctx, meetingId)
  if (!report?.sentAt) throw new RuleBroken(say("There’s no report to pass on yet."))
  if (report.publishedAt) throw new RuleBroken(say("The groups have this report already."))
  if (report.version !== version) return refuseOverwriting(ctx, meetingId)
  const boxes = boxesOf(typed)
  if (isEmpty(boxes)) throw new RuleBroken(say("Leave at least one box filled in."), "decided")
  await publish(ctx, meeting, boxesOf(report), boxes)
  await settleForStaff(ctx, whereToRead(meetingId))
  if (
    boxes.promised &&
    !(await listPromisesAt(ctx, meeting.boardId)).some((one) => one.meetingId === meetingId)
  )
    await leaveForStaff(ctx, [
      {
        what: say("Add what was promised at {board}, so that it’s kept in view {where}", {
          board: meeting.board,
          where: wherePromised(meetingId),
        }),
      },
    ])
  await record(ctx, {
    what: "report.published",
    subject: ["board", meeting.boardId],
    summary: say("Passed on the report of {board}, {when}", {
      board: meeting.board,
      when: whenInWords(meeting),
    }),
  })
  return { id: meetingId }
}
