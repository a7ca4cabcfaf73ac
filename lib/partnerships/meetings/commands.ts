import "server-only"
import { and, eq } from "drizzle-orm"
import { boardMeetings, boards, meetingAsks } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { cancelInCalendar, changeInCalendar, putInCalendar } from "../../calendar/commands"
import { whenInWords } from "../../calendar/words"
import { ensure, found, RuleBroken, refuse, yearTrouble } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../policy"
import type { CancelMeeting, ChangeMeeting, PlanMeeting, PutAsk } from "./input"
import { getMeeting, listAsksToPut } from "./queries"

/** What the calendar keeps of a meeting that takes place once and that nobody books. */
const dated = ({ on, at, minutes, place, onlineLink }: Omit<PlanMeeting, "boardId" | "agenda">) => ({
  ...{ on, at, minutes, place, onlineLink },
  ...{ about: null, capacity: null, rule: null, whole: false },
})

/** How far ahead a meeting is planned, and how long ago one that is noted later may have been, in years. */
const YEARS = { ahead: 3, back: 10 }

/** Puts a meeting of a board into the calendar: its networks are asked two weeks before, and the brief is made a week before. */
export async function planMeeting(ctx: Ctx, { boardId, agenda, ...when }: PlanMeeting) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [board] = await ctx.tx
    .select({ name: boards.name, endedOn: boards.endedOn })
    .from(boards)
    .where(eq(boards.id, boardId))
  const { name, endedOn } = found(board)
  if (endedOn) throw new RuleBroken(say("This board has ended, so it has no new meetings."))
  refuse({ on: yearTrouble(ctx, when.on, YEARS) })
  const id = await putInCalendar(ctx, { ...dated(when), title: name, kind: "board", audience: "members" })
  await ctx.tx.insert(boardMeetings).values({
    ...{ lioId: ctx.lio.id, id, boardId, agenda, addedAt: ctx.now },
    addedBy: personOf(ctx.actor)?.personId ?? null,
  })
  await record(ctx, {
    what: "meeting.planned",
    subject: ["board", boardId],
    summary: say("Planned a meeting of {board}: {when}", {
      board: name,
      when: whenInWords(await getMeeting(ctx, id)),
    }),
  })
  return { id }
}

/** Changes when and where a meeting is and what it will talk about. */
export async function changeMeeting(ctx: Ctx, { id, agenda, ...when }: ChangeMeeting) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const before = await getMeeting(ctx, id)
  if (before.cancelled) throw new RuleBroken(say("This meeting was cancelled."))
  if (when.on !== before.on) refuse({ on: yearTrouble(ctx, when.on, YEARS) })
  await changeInCalendar(ctx, id, { ...dated(when), title: before.board })
  await ctx.tx.update(boardMeetings).set({ agenda }).where(eq(boardMeetings.id, id))
  await record(ctx, {
    what: "meeting.changed",
    subject: ["board", before.boardId],
    summary: say("Changed a meeting of {board}: {when}", {
      board: before.board,
      when: whenInWords(await getMeeting(ctx, id)),
    }),
    from: { on: before.on, at: before.at, place: before.place, agenda: before.agenda },
    to: { on: when.on, at: when.at, place: when.place, agenda },
  })
  return { id }
}

/** Says that a meeting doesn’t take place, once. */
export async function cancelMeeting(ctx: Ctx, { id, reason }: CancelMeeting) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const meeting = await getMeeting(ctx, id)
  await cancelInCalendar(ctx, id, reason)
  await record(ctx, {
    what: "meeting.cancelled",
    subject: ["board", meeting.boardId],
    summary: say("Cancelled the meeting of {board}, {when}: {reason}", {
      ...{ board: meeting.board, when: whenInWords(meeting), reason },
    }),
  })
  return { id, boardId: meeting.boardId }
}

/** Notes that an ask to one of the board’s bodies was put at a meeting. */
export async function putAsk(ctx: Ctx, { meetingId, askId }: PutAsk) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const meeting = await getMeeting(ctx, meetingId)
  const ask = (await listAsksToPut(ctx, meeting)).find(({ id }) => id === askId)
  if (!ask) throw new RuleBroken(say("Choose an ask to one of the bodies on this board."), "askId")
  await ctx.tx.insert(meetingAsks).values({ lioId: ctx.lio.id, meetingId, askId }).onConflictDoNothing()
  await record(ctx, {
    what: "meeting.ask_put",
    subject: ["board", meeting.boardId],
    summary: say("Put an ask at a meeting of {board}: {ask}", { board: meeting.board, ask: ask.text }),
  })
  return { id: meetingId }
}

/** It wasn’t put there after all. */
export async function takeAskBack(ctx: Ctx, { meetingId, askId }: PutAsk) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const meeting = await getMeeting(ctx, meetingId)
  const [gone] = await ctx.tx
    .delete(meetingAsks)
    .where(and(eq(meetingAsks.meetingId, meetingId), eq(meetingAsks.askId, askId)))
    .returning({ askId: meetingAsks.askId })
  found(gone)
  await record(ctx, {
    what: "meeting.ask_taken_back",
    subject: ["board", meeting.boardId],
    summary: say("Took an ask off a meeting of {board}", { board: meeting.board }),
    from: { askId },
  })
  return { id: meetingId }
}
