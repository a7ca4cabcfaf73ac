import "server-only"
import { eq } from "drizzle-orm"
import { meetingBriefs } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { getMeeting } from "../meetings/queries"
import { BRIEF_SECTIONS, type BriefContent, type BriefItem } from "./words"

/** A brief as it is read: its sections with what staff have not left out. */
export async function getBrief(ctx: Ctx, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId)
  found(meeting.inside || null)
  const [row] = await ctx.tx.select().from(meetingBriefs).where(eq(meetingBriefs.meetingId, meetingId))
  if (!row) return { meeting, brief: null }
  const left = new Set(row.leftOut)
  const content = row.content as BriefContent
  const sections = content.map(({ section, items, more }) => ({
    section,
    title: BRIEF_SECTIONS[section],
    items: items.map((item): BriefItem & { left: boolean } => ({ ...item, left: left.has(item.key) })),
    more,
  }))
  const { words, version, gatheredAt, sentAt } = row
  return { meeting, brief: { words, version, gatheredAt, sentAt, sections } }
}
export type Brief = NonNullable<Awaited<ReturnType<typeof getBrief>>["brief"]>
