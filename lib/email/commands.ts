import "server-only"
import { sql } from "drizzle-orm"
import type { Basis } from "@/db/schema/email"
import { readingAll } from "../access/audiences"
import { type Ctx, personOf } from "../access/ctx"
import { within } from "../access/limits/commands"
import { groupIdsOf, mayEdit } from "../access/may"
import { ensure, RuleBroken } from "../errors"
import { enqueue } from "../jobs/commands"
import type { StreamName } from "../rooms"
import { say } from "../words"
import type { LetterName, PropsOf } from "./letters"

type To =
  | { stream: "service"; to: { personId: string } | { email: string; name?: string } }
  | { stream: StreamName; to: { personId: string } }
  /** These also go to the own address of a group. */
  | {
      stream: "consultations" | "outcomes" | "news"
      to: { personId: string } | { email: string; name?: string }
    }

/**
 * A letter to one person: `letter` names the file in emails/, `props` is all it needs to be written.
 * `service` letters cannot be stopped; the others can, one stream at a time.
 * `basis` is what the person must still be when it goes out.
 */
export type Letter<N extends LetterName = LetterName> = To &
  { [K in N]: { letter: K; props: PropsOf<K> } }[N] & {
    basis?: Basis
    /** It waits so many minutes, so that it can be taken back while what it tells is undone. */
    waits?: number
  }

/** How long a letter waits that tells of an act with an Undo button. */
export const UNDO_MINUTES = 1

const TOO_MANY = new RuleBroken(
  say(
    "That’s a lot of emails in a short time. Nothing has been sent. Wait a quarter of an hour, then try again.",
  ),
)

/** Whoever is not staff may have us write so many times in a quarter of an hour; one act with many letters is once. */
async function withinReason(ctx: Ctx) {
  const { actor, lio, tx } = ctx
  if (actor.kind !== "member" && actor.kind !== "guest" && actor.kind !== "link") return
  if (writing.has(tx)) return
  writing.add(tx)
  const link = actor.kind === "link" ? (actor.holder?.personId ?? actor.about) : undefined
  const who = link ?? personOf(actor)?.personId ?? groupIdsOf(ctx)[0]
  await within(`letters:${lio.id}:${who}`, 20, TOO_MANY)
}
const writing = new WeakSet<object>()

/**
 * Puts letters into the outbox in the transaction of the fact they tell. People without an address get none. Returns how
 * many will go: those to people who left, stopped them or cannot be reached are kept in the outbox with the reason.
 */
export async function postAll(ctx: Ctx, letters: Letter[]): Promise<number> {
  if (letters.length === 0) return 0
  await withinReason(ctx)
  const rows = letters.map(({ letter, stream, to, props, basis, waits }) => ({
    ...{ letter, stream, props, basis, waits },
    ...to,
  }))
  const posted = await readingAll(ctx, "counts what was posted; emails are for staff to read", () =>
    ctx.tx.execute<{ skipped: string | null }>(sql`
    insert into letters (lio_id, letter, stream, person_id, to_email, to_name, props, basis, created_at, next_try_at, skipped)
    select ${ctx.lio.id}, l.letter, l.stream, p.id, coalesce(p.email, l.email), coalesce(p.name, l.name), l.props, l.basis,
      ${ctx.now.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz + make_interval(mins => l.waits),
      case
        when s.email is not null then 'suppressed'
        when p.left_at is not null then 'left'
        when l.stream = any(f.stopped) then 'stopped'
      end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as l(letter text, stream text, "personId" uuid, email text, name text, props jsonb, basis jsonb, waits int)
    left join people p on p.id = l."personId"
    left join preferences f on f.person_id = p.id
    left join suppressions s on s.email = coalesce(p.email, l.email)
    where coalesce(p.email, l.email) is not null
    returning skipped`),
  )
  await enqueue(ctx, "send-letters", {}, { key: `send-letters:${ctx.lio.id}`, inTurn: true })
  const waits = Math.max(...letters.map((letter) => letter.waits ?? 0))
  if (waits > 0)
    await enqueue(
      ctx,
      "send-letters",
      {},
      {
        ...{ key: `send-letters-later:${ctx.lio.id}`, inTurn: true },
        runAt: new Date(ctx.now.getTime() + waits * 60_000 + 1000),
      },
    )
  return posted.filter(({ skipped }) => skipped === null).length
}

/** Puts one letter into the outbox, in the transaction of the fact it tells. */
export async function post<N extends LetterName>(ctx: Ctx, letter: Letter<N>): Promise<void> {
  await postAll(ctx, [letter as Letter])
}

/** Takes back the letters of one kind that were posted at a moment, as what they tell is undone. Gives whether any has gone. */
export async function takeBackLetters(
  ctx: Ctx,
  { letter, at }: { letter: LetterName; at: Date },
): Promise<boolean> {
  ensure(mayEdit(ctx.actor), say("Only workers and managers can take back an email."))
  const posted = sql`letter = ${letter} and created_at = ${at.toISOString()}::timestamptz`
  await ctx.tx.execute(sql`
    update letters set skipped = 'undone', props = null, html = null, text = null, part = null
    where ${posted} and sent_at is null and skipped is null and failed_at is null and uncertain_at is null and batch_id is null`)
  const [gone] = await ctx.tx.execute(sql`select id from letters where ${posted} and skipped is null limit 1`)
  return gone !== undefined
}
