import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { nameKey } from "../../groups/names"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { mayKeepFunding } from "../policy"
import { type Found, findRecipients, listGiven } from "./finding/queries"
import type { GrantRow } from "./input"
import { readGrants } from "./reading/input"

const REFUSED = say("Only workers and managers keep the funding ledger.")

/** What came of reading a file: its grants, how many are a group's by its number, and how many may be by name. */
export type ReadIn = { grants: number; matched: number; suggested: number }

/** Keeps the grants; those that are there change only where the funder has published something else since. Gives how many. */
async function keepGrants(ctx: Ctx, grants: GrantRow[]): Promise<number> {
  const rows = grants.map(({ recipientNumbers, ...grant }) => ({
    ...grant,
    funderKey: nameKey(grant.funderName),
    numbers: recipientNumbers.map(({ register, value }) => `${register} ${value}`),
  }))
  const written = await ctx.tx.execute(sql`
    insert into published_grants as p (lio_id, identifier, title, recipient_name, recipient_numbers, recipient_postcode, funder_name,
      funder_key, funder_org_id, programme, currency, amount, awarded_on, created_at)
    select ${ctx.lio.id}::uuid, r.identifier, r.title, r."recipientName", r.numbers, r."recipientPostcode", r."funderName",
      r."funderKey", r."funderOrgId", r.programme, r.currency, r.amount, r."awardedOn", ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(identifier text, title text, "recipientName" text, numbers text[],
      "recipientPostcode" text, "funderName" text, "funderKey" text, "funderOrgId" text, programme text, currency text, amount bigint, "awardedOn" date)
    on conflict (lio_id, identifier) do update set title = excluded.title, recipient_name = excluded.recipient_name,
      recipient_numbers = excluded.recipient_numbers, recipient_postcode = excluded.recipient_postcode, funder_name = excluded.funder_name, funder_key = excluded.funder_key,
      funder_org_id = excluded.funder_org_id, programme = excluded.programme, currency = excluded.currency, amount = excluded.amount,
      awarded_on = excluded.awarded_on
    where (p.title, p.recipient_name, p.recipient_numbers, p.recipient_postcode, p.funder_name, p.funder_org_id, p.programme, p.currency, p.amount, p.awarded_on)
      is distinct from (excluded.title, excluded.recipient_name, excluded.recipient_numbers, excluded.recipient_postcode, excluded.funder_name,
        excluded.funder_org_id, excluded.programme, excluded.currency, excluded.amount, excluded.awarded_on)`)
  return written.count
}

/** Suggests the groups that were found. What somebody has decided stays; a grant that is confirmed gets no other suggestion. */
async function suggest(ctx: Ctx, identifiers: string[], found: Found[]): Promise<number> {
  const json = JSON.stringify(found)
  const recordset = sql`jsonb_to_recordset(${json}::jsonb) as r(identifier text, "groupId" uuid, "foundBy" text, because text)`
  const gone = await ctx.tx.execute(sql`
    delete from grant_matches m using published_grants p
    where p.id = m.grant_id and p.identifier = any (${sql.param(identifiers)}::text[]) and m.confirmed_at is null and m.refused_at is null
      and not exists (select from ${recordset} where r.identifier = p.identifier and r."groupId" = m.group_id)`)
  const made = await ctx.tx.execute(sql`
    insert into grant_matches as m (lio_id, grant_id, group_id, found_by, because, created_at)
    select ${ctx.lio.id}::uuid, p.id, r."groupId", r."foundBy", r.because, ${ctx.now.toISOString()}::timestamptz
    from ${recordset} join published_grants p on p.identifier = r.identifier
    where not exists (select from grant_matches c where c.grant_id = p.id and c.confirmed_at is not null)
    on conflict (lio_id, grant_id, group_id) do update set found_by = excluded.found_by, because = excluded.because
    where m.confirmed_at is null and m.refused_at is null and (m.found_by, m.because) is distinct from (excluded.found_by, excluded.because)`)
  return gone.count + made.count
}

/**
 * Keeps published grants and suggests which groups got them. Nothing is confirmed by it; what somebody refused is not
 * suggested again; read again, it changes nothing.
 */
export async function keepPublished(ctx: Ctx, read: { rows: number; grants: GrantRow[] }): Promise<ReadIn> {
  ensure(mayKeepFunding(ctx.actor), REFUSED)
  const grants = [...new Map(read.grants.map((grant) => [grant.identifier, grant])).values()]
  const identifiers = grants.map(({ identifier }) => identifier)
  const written = await keepGrants(ctx, grants)
  const changed = await suggest(ctx, identifiers, await findRecipients(ctx, grants))
  const [counted] = await ctx.tx.execute<Omit<ReadIn, "grants">>(sql`
    select count(distinct p.id) filter (where m.found_by = 'identifier')::int as matched,
      count(distinct p.id) filter (where m.found_by = 'name')::int as suggested
    from published_grants p join grant_matches m on m.grant_id = p.id and m.refused_at is null
    where p.identifier = any (${sql.param(identifiers)}::text[])`)
  if (written + changed > 0)
    await record(ctx, {
      what: "grants.read",
      subject: ["grant", null],
      summary: sayCount(read.rows, {
        one: "Read {count} published grant",
        other: "Read {count} published grants",
      }),
      to: counted,
    })
  return { grants: read.rows, matched: counted?.matched ?? 0, suggested: counted?.suggested ?? 0 }
}

/** Reads a file of published grants and keeps what is in it. RuleBroken, and nothing kept, when it can't be read. */
export async function readPublished(ctx: Ctx, bytes: Uint8Array): Promise<ReadIn> {
  ensure(mayKeepFunding(ctx.actor), REFUSED)
  return keepPublished(ctx, await readGrants(bytes, { today: ctx.today, timezone: ctx.lio.timezone }))
}

/** Holds the grants that are kept against the groups as they are now: some may be new, or have a number since. Gives how many suggestions are new or gone. */
export async function lookAgain(ctx: Ctx): Promise<{ changed: number }> {
  ensure(mayKeepFunding(ctx.actor), REFUSED)
  const given = await listGiven(ctx)
  const changed = await suggest(
    ctx,
    given.map(({ identifier }) => identifier),
    await findRecipients(ctx, given),
  )
  if (changed > 0)
    await record(ctx, {
      what: "grants.read",
      subject: ["grant", null],
      summary: say("Looked again which groups got published grants"),
      to: { changed },
    })
  return { changed }
}
