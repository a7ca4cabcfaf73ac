import "server-only"
import { sql } from "drizzle-orm"
import type { Envelope, LetterRef, Part } from "@/db/schema/email"
import type { Ctx } from "../../access/ctx"
import { say } from "../../words"
import type { Frozen, Provider } from "../providers/provider"
import { getSender } from "../queries"
import { envelopeOf, frameOf, writeLetter } from "../writing"
import { CIRCUMSTANCES, NOT_KNOWN, notNow, WAITING } from "./reasons"

/** So many letters are written in one transaction. */
const WRITTEN_AT_ONCE = 25
/** A worker that has not answered for a letter by then is taken to be dead. */
const IN_HAND_SECONDS = 120
/** From this try on a letter goes alone, so that it cannot hold up others. */
const ALONE_FROM = 3
/** Providers forget a key after a day: an answer not known by then stays unknown. */
const KEY_HOURS = 23

const at = (date: Date) => sql`${date.toISOString()}::timestamptz`
const list = (ids: string[]) => sql`${sql.param(ids)}::uuid[]`

/** Puts letters aside that must not go, with the reason; what they said is wiped. */
export async function skip(ctx: Ctx, letters: { id: string; reason: string | null }[]) {
  const dropped = letters.filter(({ reason }) => reason !== null)
  if (dropped.length === 0) return
  await ctx.tx.execute(sql`
    update letters l set skipped = d.reason, props = null, html = null, text = null, part = null
    from jsonb_to_recordset(${JSON.stringify(dropped)}::jsonb) as d(id uuid, reason text) where l.id = d.id`)
}

type Unwritten = {
  id: string
  letter: string
  stream: string
  personId: string | null
  toName: string | null
  props: Record<string, unknown> | null
  reason: string | null
}

/** Writes the next few letters and freezes them, before any try. Says how many it looked at. */
export async function writeNext(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx.execute<Unwritten>(sql`
    with next as (
      select l.* from letters l where ${WAITING} and l.frozen_at is null
      order by (l.stream <> 'service'), l.created_at, l.id limit ${WRITTEN_AT_ONCE} for update skip locked)
    select l.id, l.letter, l.stream, l.person_id as "personId", l.to_name as "toName", l.props, ${notNow(ctx)} as reason
    from next l ${CIRCUMSTANCES}`)
  if (rows.length === 0) return 0
  await skip(ctx, rows)
  const from = await getSender(ctx)
  const written = await Promise.all(
    rows
      .filter(({ reason }) => reason === null)
      .map(async (row) => {
        try {
          const letter = await writeLetter(row.letter, row.props ?? {}, frameOf(from, row))
          return { id: row.id, ...letter, envelope: envelopeOf(from, row), error: null }
        } catch (error) {
          return {
            id: row.id,
            error: say("It could not be written: {message}", { message: (error as Error).message }),
          }
        }
      }),
  )
  await ctx.tx.execute(sql`
    update letters l set subject = w.subject, html = w.html, text = w.text, envelope = w.envelope, last_error = w.error,
      frozen_at = ${at(ctx.now)}, failed_at = case when w.error is not null then ${at(ctx.now)} end
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as w(id uuid, subject text, html text, text text, envelope jsonb, error text)
    where l.id = w.id`)
  return rows.length
}

type Row = Omit<Frozen, "frozenAt" | "lioId" | "envelope"> & {
  batchId: string
  frozenAt: string
  envelope: Envelope
  part: Part | null
  carries: LetterRef[] | null
}

const RETURNED = sql`l.id, l.batch_id as "batchId", l.to_email as "toEmail", l.to_name as "toName", l.subject, l.html, l.text,
  l.envelope, l.part, l.carries, l.frozen_at as "frozenAt", (l.repeated_at is not null) as repeated`

/** A letter in hand; if it carries letters of other LIOs, they are not in it yet. */
export type InHand = Frozen & { part: Part | null; carries: LetterRef[] | null }
/** Letters taken in hand together; `first`: none of them has been tried in this batch. */
export type Claim = { batchId: string; first: boolean; letters: InHand[] }

function claimOf(ctx: Ctx, rows: Iterable<Row>, first: boolean): Claim | null {
  const letters = [...rows]
    .map(({ frozenAt, ...row }) => ({ ...row, lioId: ctx.lio.id, frozenAt: new Date(frozenAt) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return letters[0] ? { batchId: letters[0].batchId, first, letters } : null
}

/**
 * Takes a batch in hand whose answer was lost (the process died, the line was cut). With a key it goes again as it was.
 * Without one it goes once more, marked; a second time, or after a day, it is uncertain and staff decide.
 */
export async function claimLost(ctx: Ctx, provider: Provider): Promise<Claim | null> {
  const [lost] = await ctx.tx.execute<{ batchId: string }>(sql`
    select l.batch_id as "batchId" from letters l
    where ${WAITING} and l.batch_id is not null and coalesce(l.claimed_until, l.next_try_at, ${at(ctx.now)}) <= ${at(ctx.now)}
    order by l.tried_at limit 1 for update skip locked`)
  if (!lost) return null
  const died = provider.repeatable
    ? sql`false`
    : sql`(l.claimed_until is not null and l.repeated_at is not null)`
  await ctx.tx.execute(sql`
    update letters l set uncertain_at = ${at(ctx.now)}, claimed_until = null,
      last_error = coalesce(l.last_error, ${NOT_KNOWN})
    where ${WAITING} and l.batch_id = ${lost.batchId}
      and (l.tried_at < ${at(ctx.now)} - make_interval(hours => ${KEY_HOURS}) or ${died})`)
  const rows = await ctx.tx.execute<Row>(sql`
    update letters l set claimed_until = ${at(ctx.now)} + make_interval(secs => ${IN_HAND_SECONDS}), attempts = l.attempts + 1,
      repeated_at = ${provider.repeatable ? sql`l.repeated_at` : sql`coalesce(l.repeated_at, ${at(ctx.now)})`}
    where ${WAITING} and l.batch_id = ${lost.batchId} returning ${RETURNED}`)
  return claimOf(ctx, rows, false) ?? { batchId: lost.batchId, first: false, letters: [] }
}

/** Takes the next letters in hand as a new batch, service letters first. No two workers take the same. */
export async function claimNext(ctx: Ctx, provider: Provider): Promise<Claim | null> {
  const rows = await ctx.tx.execute<{ id: string; attempts: number; reason: string | null }>(sql`
    with next as (
      select l.* from letters l
      where ${WAITING} and l.frozen_at is not null and l.batch_id is null and l.goes_with is null and coalesce(l.next_try_at, ${at(ctx.now)}) <= ${at(ctx.now)}
      order by (l.stream <> 'service'), l.created_at, l.id limit ${provider.size} for update skip locked)
    select l.id, l.attempts, ${notNow(ctx)} as reason from next l ${CIRCUMSTANCES}`)
  if (rows.length === 0) return null
  await skip(ctx, rows)
  const due = rows.filter(({ reason }) => reason === null)
  const hard = ({ attempts }: { attempts: number }) => provider.oneSpoilsAll && attempts >= ALONE_FROM
  const chosen = due[0] && hard(due[0]) ? [due[0]] : due.filter((letter) => !hard(letter))
  const batchId = crypto.randomUUID()
  if (chosen.length === 0) return { batchId, first: true, letters: [] }
  const claimed = await ctx.tx.execute<Row>(sql`
    update letters l set batch_id = ${batchId}, tried_at = ${at(ctx.now)}, attempts = l.attempts + 1, next_try_at = null,
      claimed_until = ${at(ctx.now)} + make_interval(secs => ${IN_HAND_SECONDS}),
      to_email = coalesce((select p.email from people p where p.id = l.person_id), l.to_email)
    where l.id = any(${list(chosen.map(({ id }) => id))}) returning ${RETURNED}`)
  return claimOf(ctx, claimed, true)
}

/** The provider is back: letters that somebody waits for go at once, not when their own rest is over. */
export async function freeUrgent(ctx: Ctx) {
  await ctx.tx.execute(sql`
    update letters l set next_try_at = null where ${WAITING} and l.stream = 'service' and l.batch_id is null and l.attempts > 0 and l.next_try_at > ${at(ctx.now)}`)
}
