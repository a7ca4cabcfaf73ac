import "server-only"
import { eq, sql } from "drizzle-orm"
import { meetingReports } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { listDrafts } from "../../drafts/queries"
import { getMeeting } from "../meetings/queries"
import { mayReport } from "../policy"

/** What a representative brought back in four boxes. */
export type Boxes = {
  decided: string | null
  said: string | null
  promised: string | null
  needed: string | null
}

/** Under this name what somebody types into the report of a meeting is kept for them. */
export const draftOf = (meetingId: string) => `report.write:${meetingId}`

/** What the asker typed into the report of a meeting after it was saved last, and hasn’t saved; null where there is nothing. */
export async function getTyped(ctx: Ctx, meetingId: string, savedAt: Date | null): Promise<Boxes | null> {
  const [draft] = await listDrafts(ctx, draftOf(meetingId))
  if (!draft || (savedAt && draft.savedAt <= savedAt)) return null
  const typed = (box: keyof Boxes) => String(draft.values[box] ?? "") || null
  return {
    decided: typed("decided"),
    said: typed("said"),
    promised: typed("promised"),
    needed: typed("needed"),
  }
}

/** The report of a meeting as far as the asker may read it: a draft its representatives, what was sent staff, what is published all groups. */
export async function getReport(ctx: Ctx, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId)
  const [row] = await ctx.tx
    .select({
      decided: meetingReports.decided,
      said: meetingReports.said,
      promised: meetingReports.promised,
      needed: meetingReports.needed,
      version: meetingReports.version,
      savedAt: meetingReports.savedAt,
      sentAt: meetingReports.sentAt,
      givenBack: meetingReports.givenBack,
      publishedAt: meetingReports.publishedAt,
      asSent: meetingReports.asSent,
      by: sql<
        string | null
      >`(select p.name from people p where p.id = coalesce(${meetingReports.sentBy}, ${meetingReports.savedBy}))`,
    })
    .from(meetingReports)
    .where(eq(meetingReports.meetingId, meetingId))
  const writes = mayReport(ctx.actor, meeting.boardId)
  const report = row && { ...row, asSent: row.asSent as Boxes | null }
  return { meeting, report: report ?? null, writes }
}
export type Report = NonNullable<Awaited<ReturnType<typeof getReport>>["report"]>

/** Whether somebody has begun a report that the asker may not read yet, and at which version it is. */
export const findReport = (ctx: Ctx, meetingId: string) =>
  readingAll(ctx, "whether a report has been begun, though not what it says", async () => {
    const [row] = await ctx.tx.execute<{ version: number; sent: boolean; published: boolean }>(sql`
      select r.version, r.sent_at is not null as sent, r.published_at is not null as published from meeting_reports r
      where r.meeting_id = ${meetingId} for update`)
    return row ?? null
  })
