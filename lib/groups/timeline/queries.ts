import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { consultations, events, invitations, responses } from "@/db/schema"
import type { ASK_REPLIES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { maySeeGroup, maySeeGroups } from "../policy"
import { ON_TIMELINES, TIMELINE_PARTS, type TimelinePlace } from "./input"

const AT_ONCE = 20

/** A group and those that went up in it: what happened to them is its story, too. */
const withMerged = (groupId: string) => sql`array(
  with recursive one as (
    select ${groupId}::uuid as id
    union select m.gone_id from merges m join one on m.kept_id = one.id where m.undone_at is null)
  select id from one)`

/** Twenty happenings of a group, newest first, and where the older ones begin (null at the end). */
export async function listTimeline(ctx: Ctx, groupId: string, place: TimelinePlace) {
  found(maySeeGroup(ctx.actor, groupId) || null)
  const { kind, before } = place
  const rows = await ctx.tx
    .select({
      id: events.id,
      at: events.at,
      what: events.what,
      summary: events.summary,
      subjectKind: events.subjectKind,
      subjectId: events.subjectId,
      networkId: sql<
        string | null
      >`(select t.network_id from topics t where events.subject_kind = 'topic' and t.id = events.subject_id)`,
      who: events.actorName,
      via: events.via,
      from: events.from,
      to: events.to,
      erasedAt: events.erasedAt,
    })
    .from(events)
    .where(
      and(
        sql`${events.groupId} = any (${withMerged(groupId)})`,
        isOneOf(events.what, kind ? TIMELINE_PARTS[kind].events : ON_TIMELINES),
        before
          ? sql`(${events.at}, ${events.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(AT_ONCE + 1)
  const shown = rows.slice(0, AT_ONCE)
  const last = shown.at(-1)
  return { rows: shown, older: rows.length > AT_ONCE && last ? { at: last.at, id: last.id } : null }
}
export type Happened = Awaited<ReturnType<typeof listTimeline>>["rows"][number]

/** Each consultation a group was asked in: what it signed off, which passages went where, and what came of them. */
export async function listResponses(ctx: Ctx, groupId: string) {
  found(maySeeGroup(ctx.actor, groupId) || null)
  const invited = await ctx.tx
    .select({
      consultationId: consultations.id,
      title: consultations.title,
      closesAt: consultations.closesAt,
      closedAt: consultations.closedAt,
      outcome: sql<
        string | null
      >`case when ${consultations.finishedAt} is not null then ${consultations.outcome} end`,
      invitedAt: invitations.invitedAt,
      declinedAt: invitations.declinedAt,
      responseId: responses.id,
      reference: responses.reference,
      version: responses.version,
      signedOffAt: responses.signedOffAt,
    })
    .from(invitations)
    .innerJoin(consultations, eq(consultations.id, invitations.consultationId))
    .leftJoin(responses, and(eq(responses.consultationId, consultations.id), eq(responses.groupId, groupId)))
    .where(eq(invitations.groupId, groupId))
    .orderBy(desc(invitations.invitedAt))
  const responseIds = invited.flatMap((row) => (row.responseId ? [row.responseId] : []))
  const pieces = responseIds.length > 0 ? await listPieces(ctx, responseIds) : []
  return invited.map((row) => ({
    ...row,
    pieces: pieces.filter((piece) => piece.responseId === row.responseId),
  }))
}
export type GroupResponse = Awaited<ReturnType<typeof listResponses>>[number]

/** Words of a group and what they stand behind in a paper: an ask, or a paragraph of its text (`ask` null); in no paper, all of that is null. */
type Piece = {
  id: string
  responseId: string
  quote: string
  ask: string | null
  reply: keyof typeof ASK_REPLIES | null
  replyText: string | null
  outcome: string | null
  representationId: string | null
  representation: string | null
  sentVersion: number | null
}

/** Passages of answers with what they stand behind. Members see only what was sent to the body. */
async function listPieces(ctx: Ctx, responseIds: string[]) {
  const all = maySeeGroups(ctx.actor)
  return ctx.tx.execute<Piece>(sql`
    select p.id, p.response_id as "responseId", p.quote, a.text as ask, a.reply, a.reply_text as "replyText", a.outcome,
      r.id as "representationId", r.title as representation, r.sent_version as "sentVersion"
    from passages p left join pinned_passages n on n.passage_id = p.id left join asks a on a.id = n.ask_id
      left join representations r on r.id = n.representation_id
    where ${isOneOf(sql`p.response_id`, responseIds, "uuid")} and (${all} or r.sent_on is not null)
    order by p.created_at, p.id, r.created_at, a.position nulls first`)
}
