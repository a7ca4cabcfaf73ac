import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import { asSystem } from "../access/doors"
import { getSender } from "../email/queries"
import { enqueue } from "../jobs/commands"
import { type Contents, digestFor, sinceFor, sortFacts } from "./contents"
import { dueRhythms, periodOf, type Rhythm } from "./periods"
import { gatherFacts, listReaders, type Reader } from "./queries"
import { digestWriter } from "./writing"

/** What a run did: people looked at, digests made, and why the others got none. */
export type DigestRun = { people: number; sent: number; skipped: Record<string, number> }

/** So many people's digests are kept in one transaction: a run that is killed goes on where it was. */
const KEPT_AT_ONCE = 500
const RHYTHMS: Rhythm[] = ["daily", "weekly", "monthly"]

function reasonAgainst(reader: Reader, rhythms: Rhythm[], periods: Record<Rhythm, string>) {
  if (reader.rhythm === "never" || reader.stopped) return "unsubscribed"
  if (!rhythms.includes(reader.rhythm)) return "not_due"
  if (reader.made.includes(periods[reader.rhythm])) return "already_made"
  if (!reader.email) return "no_address"
  return reader.suppressed ? "suppressed" : null
}

type Made = { person: Reader; period: string; contents: Contents | null }

/** Keeps a few people's digests: whoever has one for the period already (another run was quicker) is left out. */
async function keep(ctx: Ctx, made: Made[], write: Awaited<ReturnType<typeof digestWriter>>, again: boolean) {
  const rows = made.map(({ person, period, contents }) => ({
    person: person.id,
    period,
    skipped: contents ? null : "nothing_new",
  }))
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const ours = await ctx.tx.execute<{ person: string }>(sql`
    insert into digests as d (lio_id, person_id, period, made_at, skipped)
    select ${ctx.lio.id}, r.person, r.period, ${now}, r.skipped
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person uuid, period text, skipped text)
    on conflict (lio_id, person_id, period) do update set made_at = excluded.made_at, skipped = excluded.skipped, letter_id = null
      where (${again} and d.skipped = 'nothing_new') or exists (select from letters l where l.id = d.letter_id and l.skipped = 'left')
    returning person_id as person`)
  const mine = new Set([...ours].map(({ person }) => person))
  const letters = made.flatMap(({ person, contents }) => {
    if (!contents || !mine.has(person.id)) return []
    const to = { personId: person.id, toName: person.name }
    return [
      {
        id: crypto.randomUUID(),
        person: person.id,
        email: person.email,
        name: person.name,
        basis: contents.basis,
        ...write(contents, to),
      },
    ]
  })
  const periods = new Map(made.map(({ person, period }) => [person.id, period]))
  await ctx.tx.execute(sql`
    with put as (
      insert into letters (lio_id, id, letter, stream, person_id, to_email, to_name, subject, html, text, envelope, basis, created_at, frozen_at)
      select ${ctx.lio.id}, r.id, 'digest', 'digest', r.person, r.email, r.name, r.subject, r.html, r.text, r.envelope, r.basis, ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as r(id uuid, person uuid, email text, name text,
        subject text, html text, text text, envelope jsonb, basis jsonb)
      returning id)
    select count(*) from put`)
  const links = letters.map(({ id, person }) => ({ id, person, period: periods.get(person) }))
  await ctx.tx.execute(sql`
    update digests d set letter_id = r.id from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(id uuid, person uuid, period text)
    where d.person_id = r.person and d.period = r.period`)
  return {
    sent: letters.length,
    quicker: made.length - mine.size,
    empty: made.filter(({ person, contents }) => !contents && mine.has(person.id)).length,
  }
}

/**
 * Makes the digests of one LIO for the periods that `at` lies in. Without `rhythms` for everybody whatever the weekday and hour.
 * A second run in the same period makes nothing; `again` looks once more at those for whom there was nothing new.
 * Letters are frozen here; the worker sends them.
 */
export async function runDigest(
  lio: string,
  { at, rhythms = RHYTHMS, again = false }: { at: Date; rhythms?: Rhythm[]; again?: boolean },
): Promise<DigestRun> {
  const skipped: Record<string, number> = {}
  const skip = (reason: string, count = 1) => {
    if (count > 0) skipped[reason] = (skipped[reason] ?? 0) + count
  }
  const inLio = <T>(work: (ctx: Ctx) => Promise<T>) => asSystem(lio, work, { now: at, name: "The digest" })
  const start = await inLio(async (ctx) => {
    const periods = Object.fromEntries(
      RHYTHMS.map((rhythm) => [rhythm, periodOf(rhythm, ctx.lio.timezone, at)]),
    ) as Record<Rhythm, string>
    const readers = await listReaders(ctx, Object.values(periods), again)
    const wanted = readers.filter((reader) => {
      const reason = reasonAgainst(reader, rhythms, periods)
      if (reason) skip(reason)
      return reason === null
    })
    const since = wanted.reduce((first, reader) => Math.min(first, sinceFor(reader, at)), at.getTime())
    const facts = wanted.length > 0 ? await gatherFacts(ctx, new Date(since)) : null
    return { people: readers.length, periods, wanted, facts, write: await digestWriter(await getSender(ctx)) }
  })
  let sent = 0
  if (start.facts) {
    const drawers = sortFacts(start.facts)
    for (let from = 0; from < start.wanted.length; from += KEPT_AT_ONCE) {
      const made = start.wanted.slice(from, from + KEPT_AT_ONCE).map((person) => ({
        person,
        period: start.periods[person.rhythm as Rhythm],
        contents: digestFor(person, drawers),
      }))
      const kept = await inLio(async (ctx) => {
        const done = await keep(ctx, made, start.write, again)
        if (done.sent > 0) await enqueue(ctx, "send-letters", {}, { key: `send-letters:${ctx.lio.id}` })
        return done
      })
      sent += kept.sent
      skip("already_made", kept.quicker)
      skip("nothing_new", kept.empty)
    }
  }
  return { people: start.people, sent, skipped }
}

/** Makes the digests that are due by the LIO's own clock: once an hour this is asked. */
export async function runDueDigests(lio: string, at: Date): Promise<DigestRun | null> {
  const rhythms = await asSystem(lio, async (ctx) => dueRhythms(ctx.lio, at), { now: at })
  return rhythms.length > 0 ? runDigest(lio, { at, rhythms }) : null
}
