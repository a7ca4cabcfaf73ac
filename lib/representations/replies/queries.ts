import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { FILED_REPLIES, PROMISE_ENDINGS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { stillHere } from "../../lists/choices/queries"
import { mayReadRepresentations } from "../policy"

/** A reply as it was filed. */
export type FiledReply = {
  id: string
  askId: string
  reply: keyof typeof FILED_REPLIES
  words: string | null
  reason: string | null
  repliedOn: string | null
  sender: string | null
  promisedBy: string | null
  promisedFor: string | null
  file: { id: string; name: string } | null
  enteredBy: string | null
}
/** An outcome as it was filed, with the needs that it met. */
export type FiledOutcome = {
  id: string
  askId: string
  promiseId: string | null
  ending: keyof typeof PROMISE_ENDINGS | null
  outcome: string
  outcomeOn: string
  needs: { id: string; title: string }[]
}

/** All that was filed of the asks of a representation, the last first: for staff. */
export async function listFiled(ctx: Ctx, representationId: string) {
  ensure(mayReadRepresentations(ctx.actor))
  const [replies, outcomes] = await Promise.all([
    ctx.tx.execute<FiledReply>(sql`
      select r.id, r.ask_id as "askId", r.reply, r.words, r.reason, r.replied_on::text as "repliedOn", r.sender,
        r.promised_by as "promisedBy", r.promised_for::text as "promisedFor", p.name as "enteredBy",
        case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as file
      from ask_replies r join asks a on a.id = r.ask_id left join files f on f.id = r.file_id and f.removed_at is null
        left join people p on p.id = r.entered_by
      where a.representation_id = ${representationId} order by r.entered_at desc, r.id`),
    ctx.tx.execute<FiledOutcome>(sql`
      select o.id, o.ask_id as "askId", o.promise_id as "promiseId", o.ending, o.outcome, o.outcome_on::text as "outcomeOn",
        coalesce((select json_agg(json_build_object('id', n.id, 'title', n.title) order by n.title)
          from outcome_needs m join needs n on n.id = m.need_id where m.outcome_id = o.id), '[]') as needs
      from ask_outcomes o join asks a on a.id = o.ask_id
      where a.representation_id = ${representationId} order by o.entered_at desc, o.id`),
  ])
  return { replies: [...replies], outcomes: [...outcomes] }
}

/** A promise that nobody has said the end of, and that no later reply has replaced. */
type OpenPromise = {
  id: string
  askId: string
  representationId: string
  title: string
  body: string
  ask: string
  words: string | null
  promisedBy: string
  promisedFor: string
}

/** Papers that somebody looks after: those that they began, and those of nobody who still works here. */
const lookedAfterBy = (begunBy: SQL, mine: { personId: string | null } | undefined) =>
  mine
    ? sql`and coalesce(${stillHere(begunBy)}, ${mine.personId}::uuid) is not distinct from ${mine.personId}::uuid`
    : sql``

/** The promises that are still to be kept: of one ask, or all that fall due by a day; the earliest first. `mine`: only those of papers that somebody looks after. */
export async function listPromises(
  ctx: Ctx,
  {
    askId,
    representationId,
    until,
    mine,
  }: { askId?: string; representationId?: string; until?: string; mine?: { personId: string | null } },
): Promise<OpenPromise[]> {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<OpenPromise>(sql`
      select r.id, a.id as "askId", p.id as "representationId", p.title, g.name as body, a.text as ask, r.words,
        r.promised_by as "promisedBy", r.promised_for::text as "promisedFor"
      from ask_replies r join asks a on a.id = r.ask_id join representations p on p.id = a.representation_id
        join groups g on g.id = p.body_id
      where r.promised_by is not null
        and not exists (select from ask_outcomes o where o.promise_id = r.id)
        and not exists (select from ask_replies later where later.ask_id = r.ask_id and later.reply <> 'acknowledged'
          and (later.entered_at, later.id) > (r.entered_at, r.id))
        ${askId ? sql`and a.id = ${askId}` : sql``} ${representationId ? sql`and p.id = ${representationId}` : sql``}
        ${until ? sql`and r.promised_for <= ${until}::date` : sql``} ${lookedAfterBy(sql`p.created_by`, mine)}
      order by r.promised_for, r.id limit 200`)),
  ]
}

/** A paper whose reply is due and hasn’t come. */
type DueReply = { id: string; title: string; on: string; body: string }

/** The papers whose reply is due by a day or late, the earliest first. `mine`: only those that somebody looks after. */
export async function listDueReplies(
  ctx: Ctx,
  { until, most, mine }: { until: string; most: number; mine?: { personId: string | null } },
): Promise<DueReply[]> {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<DueReply>(sql`
      select r.id, r.title, r.reply_due_on::text as "on", g.name as body
      from representations r join groups g on g.id = r.body_id
      where r.sent_on is not null and r.replied_on is null and r.closed_at is null and r.reply_due_on <= ${until}::date ${lookedAfterBy(sql`r.created_by`, mine)}
      order by r.reply_due_on, r.id limit ${most}`)),
  ]
}

/** The open needs, which an outcome may have met: those of the ask first. */
export async function listNeedsToMeet(ctx: Ctx, askId: string) {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<{ id: string; title: string; asked: boolean }>(sql`
      select n.id, n.title, exists (select from need_asks na where na.need_id = n.id and na.ask_id = ${askId}) as asked
      from needs n where n.merged_into_id is null and (n.closed_at is null
        or exists (select from need_asks na where na.need_id = n.id and na.ask_id = ${askId}))
      order by asked desc, n.title limit 300`)),
  ]
}
