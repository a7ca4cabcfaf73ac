import "server-only"
import { sql } from "drizzle-orm"
import type { ASK_REPLIES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { speaksFor } from "../../access/may"
import { ensure, found } from "../../errors"
import { mayRepresent } from "../policy"

/** One thing that was asked, what the body said to it, and which of the group's own words stood behind it. */
export type OutcomeAsk = {
  text: string
  reply: keyof typeof ASK_REPLIES | null
  replyText: string | null
  outcome: string | null
  yours: string[]
}

/** What came of it for one group: you said, we said, they decided. */
export type Outcome = {
  representationId: string
  title: string
  body: string
  groupId: string
  group: string
  consultation: string | null
  responseId: string | null
  version: number | null
  outcome: string | null
  closedAt: Date | null
  asks: OutcomeAsk[]
}

type Row = Omit<Outcome, "asks" | "closedAt"> & {
  closedAt: string | null
  asks: (OutcomeAsk & { position: number })[]
}

const told = (which: ReturnType<typeof sql>) => sql`
  select rp.id as "representationId", rp.title, b.name as body, g.id as "groupId", g.name as "group", c.title as consultation,
    r.id as "responseId", (select max(v.version) from representation_versions v where v.representation_id = rp.id) as version,
    rp.outcome, rp.closed_at as "closedAt",
    (select json_agg(json_build_object('position', a.position, 'text', a.text, 'reply', a.reply, 'replyText', a.reply_text, 'outcome', a.outcome,
        'yours', coalesce((select json_agg(p.quote order by p.created_at) from ask_passages ap join passages p on p.id = ap.passage_id
          where ap.ask_id = a.id and p.group_id = g.id), '[]')) order by a.position)
      from asks a where a.representation_id = rp.id) as asks
  from representations rp join groups b on b.id = rp.body_id
    left join consultations c on c.id = rp.consultation_id
    cross join lateral (${which}) g
    left join responses r on r.consultation_id = rp.consultation_id and r.group_id = g.id and r.version > 0`

const whole = (row: Row): Outcome => ({ ...row, closedAt: row.closedAt ? new Date(row.closedAt) : null })

/** Everything that came of what the asker's groups said, newest first. */
export async function listOutcomes(ctx: Ctx): Promise<Outcome[]> {
  const person = personOf(ctx.actor)
  ensure(person !== null)
  const ids = person.groups.map((group) => group.id)
  if (ids.length === 0) return []
  const rows = await ctx.tx.execute<Row>(sql`${told(sql`
    select gg.id, gg.name from loop_letters ll join groups gg on gg.id = ll.group_id
    where ll.representation_id = rp.id and gg.id in (${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})`)}
    order by rp.closed_at desc`)
  return [...rows].map(whole)
}

/** What came of one representation for one group, if it was told to that group. */
export async function getOutcome(ctx: Ctx, representationId: string, groupId: string): Promise<Outcome> {
  ensure(speaksFor(ctx.actor, groupId) || ctx.actor.kind === "staff" || ctx.actor.kind === "system")
  const [row] = await ctx.tx.execute<Row>(sql`${told(sql`
    select gg.id, gg.name from groups gg where gg.id = ${groupId}
      and exists (select from loop_letters ll where ll.representation_id = rp.id and ll.group_id = gg.id)`)}
    where rp.id = ${representationId}`)
  return whole(found(row))
}

/** The groups that spoke: they answered the consultation, or their words are pinned. */
export async function listContributors(ctx: Ctx, representationId: string) {
  ensure(mayRepresent(ctx.actor))
  const rows = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select g.id, g.name from groups g where g.removed_at is null and g.id in (
      select r.group_id from responses r join representations rp on rp.consultation_id = r.consultation_id
      where rp.id = ${representationId} and r.version > 0
      union
      select p.group_id from ask_passages ap join asks a on a.id = ap.ask_id join passages p on p.id = ap.passage_id
      where a.representation_id = ${representationId})
    order by g.name`)
  return [...rows]
}
