import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { BEFORE_ELECTION_KEY } from "../../access/links"
import { isHeld } from "../../access/may"
import { type Happening, recordEach } from "../../journal/commands"
import { say } from "../../words"
import type { Outcome } from "../providers/provider"

/** A letter that nobody would take for so long is given up. */
const GIVEN_UP_DAYS = 4
const MOST_MINUTES_BETWEEN = 120

/** A letter to sign in keeps none of its words once it has gone. */
const opensNothing = sql`(l.letter <> 'sign-in' or o.kind not in ('sent', 'refused'))`

/** Words of a letter: once it has gone, whoever holds the outbox can’t vote with the links in it. */
const keyless = (words: SQL) =>
  sql`case when o.kind = 'sent' then regexp_replace(${words}, ${BEFORE_ELECTION_KEY}, '\\1', 'g') else ${words} end`

/**
 * Writes down what became of letters of a batch. Those that did not go wait longer after each try, or until `nextTry`
 * when nothing goes at all.
 */
export async function settleLetters(
  ctx: Ctx,
  batchId: string,
  outcomes: [id: string, outcome: Outcome][],
  nextTry: Date | null,
) {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const rows = outcomes.map(([id, outcome]) => ({ id, why: null, providerId: null, ...outcome }))
  const settled = await ctx.tx.execute<{ id: string; email: string }>(sql`
    with o as (
      select l.id, o.why, o."providerId",
        case when o.kind = 'later' and l.created_at < ${now} - make_interval(days => ${GIVEN_UP_DAYS}) then 'refused' else o.kind end as kind
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o(id uuid, kind text, why text, "providerId" text)
      join letters l on l.id = o.id where l.batch_id = ${batchId} and l.sent_at is null)
    update letters l set
      claimed_until = null,
      sent_at = case when o.kind = 'sent' then ${now} end,
      failed_at = case when o.kind = 'refused' then ${now} end,
      uncertain_at = case when o.kind = 'uncertain' then ${now} end,
      provider_id = coalesce(o."providerId", l.provider_id),
      last_error = case when o.kind = 'sent' then null else o.why end,
      batch_id = case when o.kind <> 'later' then l.batch_id end,
      tried_at = case when o.kind <> 'later' then l.tried_at end,
      next_try_at = case when o.kind in ('later', 'unknown') then coalesce(${nextTry?.toISOString() ?? null}::timestamptz,
        ${now} + make_interval(mins => 1) * least(${MOST_MINUTES_BETWEEN}, power(2, least(l.attempts, 20) - 1)) * (0.75 + random() / 2)) end,
      props = case when ${opensNothing} then ${keyless(sql`l.props::text`)}::jsonb end,
      html = case when ${opensNothing} then ${keyless(sql`l.html`)} end,
      text = case when ${opensNothing} then ${keyless(sql`l.text`)} end,
      part = ${keyless(sql`l.part::text`)}::jsonb
    from o where o.id = l.id
    returning l.id, l.to_email as email`)
  const gone = new Map(
    outcomes.flatMap(([id, o]) => (o.kind === "refused" && o.noSuchAddress ? [[id, o.why] as const] : [])),
  )
  await suppressAddresses(
    ctx,
    settled.flatMap(({ id, email }) => {
      const why = gone.get(id)
      return why === undefined ? [] : [{ email, reason: say("It does not exist: {why}", { why }) }]
    }),
  )
}

type Suppressed = { email: string; reason: string }
type Known = Suppressed & {
  id: string | null
  name: string | null
  groupIds: string[]
  contactOf: string[]
}

/** Writes to these addresses from the start no letter, for a reason of ours and not because one came back. */
export async function neverWriteTo(
  ctx: Ctx,
  { addresses, reason }: { addresses: string[]; reason: "example" },
) {
  await ctx.tx.execute(sql`
    insert into suppressions (lio_id, email, reason, since)
    select ${ctx.lio.id}::uuid, a.email, ${reason}, ${ctx.now.toISOString()}::timestamptz
    from unnest(${sql.param(addresses)}::text[]) as a(email) on conflict do nothing`)
}

/** Writes to these addresses no more, and tells the groups' timelines whom it leaves without a contact. Once is enough. */
export async function suppressAddresses(ctx: Ctx, addresses: Suppressed[]) {
  if (addresses.length === 0) return
  const fresh = await ctx.tx.execute<Suppressed>(sql`
    insert into suppressions (lio_id, email, reason, since)
    select distinct on (d.email) ${ctx.lio.id}::uuid, d.email, d.reason, ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as d(email text, reason text)
    on conflict do nothing returning email, reason`)
  if (fresh.length === 0) return
  const known = await ctx.tx.execute<Known>(sql`
    select d.email, d.reason, p.id, p.name,
      array(select distinct r.group_id from roles r join groups g on g.id = r.group_id and g.removed_at is null
            where r.person_id = p.id and ${isHeld(ctx)}) as "groupIds",
      array(select g.name from groups g where g.main_contact_id = p.id and g.removed_at is null order by g.name) as "contactOf"
    from jsonb_to_recordset(${JSON.stringify([...fresh])}::jsonb) as d(email text, reason text)
    left join people p on p.email = d.email`)
  await recordEach(ctx, known.map(wasSuppressed))
}

function wasSuppressed({ email, reason, id, name, groupIds, contactOf }: Known): Happening {
  const left = contactOf.length
    ? ` ${say("{groups}: the main contact cannot be reached.", { groups: contactOf.join(", ") })}`
    : ""
  return {
    what: "address.suppressed",
    subject: ["person", id],
    groupIds,
    summary: say("Emails to {name} come back, so none are sent.", { name: name ?? email }) + left,
    to: { reason },
    about: { email },
  }
}
