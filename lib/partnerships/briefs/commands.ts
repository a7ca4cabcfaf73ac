import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { meetingBriefs } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { whenInWords } from "../../calendar/words"
import { postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { settleForStaff } from "../../tasks/commands"
import { say } from "../../words"
import { getMeeting, type Meeting } from "../meetings/queries"
import { KEEPS_BOARDS, mayKeepBoards } from "../policy"
import { listInOffice } from "../seats/queries"
import { gatherBrief } from "./gathering/queries"
import type { EditBrief } from "./input"
import { type BriefContent, whereBrief } from "./words"

/** A meeting that a brief can still be for. RuleBroken for one that was cancelled or is over. */
async function getComing(ctx: Ctx, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId)
  if (meeting.cancelled) throw new RuleBroken(say("This meeting was cancelled."))
  if (meeting.over) throw new RuleBroken(say("This meeting is over, so its brief stays as it is."))
  return meeting
}

/** Gathers what a representative should know before a meeting, or gathers it anew; what staff say of it stays. */
export async function makeBrief(ctx: Ctx, { meetingId }: { meetingId: string }) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const meeting = await getComing(ctx, meetingId)
  const fresh = { content: await gatherBrief(ctx, meeting), gatheredAt: ctx.now }
  await ctx.tx
    .insert(meetingBriefs)
    .values({ ...fresh, lioId: ctx.lio.id, meetingId, boardId: meeting.boardId })
    .onConflictDoUpdate({ target: [meetingBriefs.lioId, meetingBriefs.meetingId], set: fresh })
  await record(ctx, {
    what: "brief.made",
    subject: ["board", meeting.boardId],
    summary: say("Made the brief for {board}, {when}", { board: meeting.board, when: whenInWords(meeting) }),
  })
  return { id: meetingId }
}

type Edited = { id: string; people?: string[]; gathered?: true }

/**
 * Staff say something before a brief, and leave lines out; then it is sent (`people`: to whom) or gathered anew, if they pressed
 * that. Refused when somebody saved it after `version`.
 */
export async function editBrief(
  ctx: Ctx,
  { meetingId, version, words, keep, button }: EditBrief,
): Promise<Edited> {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  await getComing(ctx, meetingId)
  const [row] = await ctx.tx
    .select()
    .from(meetingBriefs)
    .where(eq(meetingBriefs.meetingId, meetingId))
    .for("update")
  const before = found(row)
  const kept = new Set(keep)
  const keys = (before.content as BriefContent).flatMap(({ items }) => items.map(({ key }) => key))
  const leftOut = keys.filter((key) => !kept.has(key))
  if (before.version !== version)
    throw new RuleBroken(
      say(
        "Somebody saved changes to this brief while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
      ),
      undefined,
      { words: before.words ?? "", version: String(before.version) },
    )
  await ctx.tx
    .update(meetingBriefs)
    .set({ words, leftOut, version: version + 1 })
    .where(eq(meetingBriefs.meetingId, meetingId))
  await record(ctx, {
    what: "brief.edited",
    subject: ["board", before.boardId],
    summary: say("Edited the brief"),
    from: { words: before.words, leftOut: before.leftOut },
    to: { words, leftOut },
  })
  if (button === "send") return sendBrief(ctx, { meetingId })
  if (button === "gather") return { ...(await makeBrief(ctx, { meetingId })), gathered: true }
  return { id: meetingId }
}

const letterOf = (meeting: Meeting, lio: string, personId: string) => ({
  letter: "board-brief" as const,
  stream: "service" as const,
  to: { personId },
  props: {
    ...{ board: meeting.board, when: whenInWords(meeting), place: meeting.place },
    url: `/${lio}/board-meetings/${meeting.id}/brief`,
  },
})

/** Gives a brief to the representatives and substitutes of its board, once; they get an email. */
export async function sendBrief(ctx: Ctx, { meetingId }: { meetingId: string }) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const meeting = await getComing(ctx, meetingId)
  const people = await listInOffice(ctx, meeting.boardId)
  if (people.length === 0)
    throw new RuleBroken(say("Nobody holds a seat on this board, so there’s nobody to send it to."))
  const [sent] = await ctx.tx
    .update(meetingBriefs)
    .set({ sentAt: ctx.now, sentBy: personOf(ctx.actor)?.personId ?? null })
    .where(and(eq(meetingBriefs.meetingId, meetingId), isNull(meetingBriefs.sentAt)))
    .returning({ meetingId: meetingBriefs.meetingId })
  if (!sent) throw new RuleBroken(say("The brief was sent already."))
  await settleForStaff(ctx, whereBrief(meetingId))
  await postAll(
    ctx,
    people.map(({ personId }) => letterOf(meeting, ctx.lio.slug, personId)),
  )
  await record(ctx, {
    what: "brief.sent",
    subject: ["board", meeting.boardId],
    summary: say("Sent the brief for {board}, {when}", { board: meeting.board, when: whenInWords(meeting) }),
  })
  return { id: meetingId, people: people.map(({ name }) => name) }
}
