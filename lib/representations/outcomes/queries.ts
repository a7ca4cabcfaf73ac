import "server-only"
import { sql } from "drizzle-orm"
import type { ASK_REPLIES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { speaksFor } from "../../access/may"
import { ensure, found } from "../../errors"
import type { Published } from "../paper"
import { mayRepresent } from "../policy"
import { replyTo } from "../versions/queries"

/** One thing that was asked, what the body said to it, and which of the group's own words stood behind it. */
type OutcomeAsk = {
  text: string
  reply: keyof typeof ASK_REPLIES | null
  replyText: string | null
  outcome: string | null
  yours: string[]
}

/** What came of it for one group: you said, we said, they decided. As it was sent, whatever was changed since. */
export type Outcome = {
  representationId: string
  title: string
  body: string
  groupId: string
  group: string
  consultation: string | null
  responseId: string | null
  /** The version that was sent. */
  version: number | null
  outcome: string | null
  closedAt: Date | null
  asks: OutcomeAsk[]
  /** Words of the group that stand beside the text, before what is asked. */
  inText: string[]
}

/** All words of a group that stand in a paper, each once. */
export const wordsIn = ({ inText, asks }: Outcome): string[] => [
  ...new Set([...inText, ...asks.flatMap(({ yours }) => yours)]),
]

type Live = Omit<OutcomeAsk, "yours"> & { id: string; why: string | null; pinned: string[] }
type Row = Omit<Outcome, "asks" | "inText" | "closedAt"> & {
  closedAt: string | null
  sent: Published | null
  asks: Live[]
  pinned: string[]
  passages: { id: string; quote: string }[]
}

const told = (which: ReturnType<typeof sql>) => sql`
  select rp.id as "representationId", coalesce(v.content ->> 'title', rp.title) as title, b.name as body,
    g.id as "groupId", g.name as "group", c.title as consultation, r.id as "responseId",
    case when v.withdrawn_at is null then v.version end as version,
    case when rp.closed_at is not null then rp.outcome end as outcome, rp.closed_at as "closedAt", v.content as sent,
    coalesce((select json_agg(json_build_object('id', a.id, 'text', a.text, 'reply', a.reply, 'replyText', a.reply_text, 'outcome', a.outcome,
        'pinned', coalesce((select json_agg(n.passage_id) from pinned_passages n where n.ask_id = a.id), '[]')) order by a.position)
      from asks a where a.representation_id = rp.id), '[]') as asks,
    coalesce((select json_agg(n.passage_id) from pinned_passages n where n.representation_id = rp.id and n.part_id is not null), '[]') as pinned,
    coalesce((select json_agg(json_build_object('id', p.id, 'quote', p.quote) order by p.created_at)
      from passages p join responses pr on pr.id = p.response_id join consultations pc on pc.id = pr.consultation_id
      where p.group_id = g.id and pc.stopped_at is null), '[]') as passages
  from representations rp join groups b on b.id = rp.body_id
    left join representation_versions v on v.representation_id = rp.id and v.version = rp.sent_version
    left join consultations c on c.id = rp.consultation_id
    cross join lateral (${which}) g
    left join responses r on r.consultation_id = rp.consultation_id and r.group_id = g.id and r.version > 0`

/** The passages beside the text: those that are printed in what was sent, those pinned by now where nothing was. */
const inTextOf = (sent: Published | null, pinned: string[]) =>
  sent
    ? (sent.parts ?? []).flatMap(({ pins }) =>
        pins.flatMap(({ said }) => (said.kind === "passage" ? [said.passageId] : [])),
      )
    : pinned

function whole({ sent, asks, pinned: beside, passages, closedAt, ...row }: Row): Outcome {
  const printed = sent?.asks ?? asks
  const quotesOf = (ids: string[]) => passages.filter(({ id }) => ids.includes(id)).map(({ quote }) => quote)
  return {
    ...row,
    inText: quotesOf(inTextOf(sent, beside)),
    closedAt: closedAt ? new Date(closedAt) : null,
    asks: printed.map((ask) => {
      const live = replyTo(ask, asks)
      const pinned = ask.pinned ?? live?.pinned ?? []
      return {
        text: ask.text,
        reply: live?.reply ?? null,
        replyText: live?.replyText ?? null,
        outcome: live?.outcome ?? null,
        yours: quotesOf(pinned),
      }
    }),
  }
}

/** Everything that came of what the asker's groups said, newest first. */
export async function listOutcomes(ctx: Ctx): Promise<Outcome[]> {
  const person = personOf(ctx.actor)
  ensure(person !== null)
  const ids = person.groups.map((group) => group.id)
  if (ids.length === 0) return []
  const rows = await ctx.tx.execute<Row>(sql`${told(sql`
    select gg.id, gg.name from loop_letters ll join groups gg on gg.id = ll.group_id
    where ll.representation_id = rp.id and gg.id = any (${sql.param(ids)}::uuid[])`)}
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

/** What came of one representation for each group that it was told to. For staff. */
export async function listOutcomesFor(ctx: Ctx, representationId: string): Promise<Outcome[]> {
  ensure(mayRepresent(ctx.actor))
  const rows = await ctx.tx.execute<Row>(sql`${told(sql`
    select gg.id, gg.name from loop_letters ll join groups gg on gg.id = ll.group_id where ll.representation_id = rp.id`)}
    where rp.id = ${representationId}`)
  return [...rows].map(whole)
}

/** What came of a consultation for one group by way of representations, as it was told to that group. */
export async function findOutcome(ctx: Ctx, consultationId: string, groupId: string): Promise<Outcome[]> {
  ensure(speaksFor(ctx.actor, groupId) || ctx.actor.kind === "staff" || ctx.actor.kind === "system")
  const rows = await ctx.tx.execute<Row>(sql`${told(sql`
    select gg.id, gg.name from groups gg where gg.id = ${groupId}
      and exists (select from loop_letters ll where ll.representation_id = rp.id and ll.group_id = gg.id)`)}
    where rp.consultation_id = ${consultationId}::uuid order by rp.closed_at desc`)
  return [...rows].map(whole)
}

/** What a group would be told, before anybody is. For staff. */
export async function previewOutcome(ctx: Ctx, representationId: string, groupId: string): Promise<Outcome> {
  ensure(mayRepresent(ctx.actor))
  const [row] =
    await ctx.tx.execute<Row>(sql`${told(sql`select gg.id, gg.name from groups gg where gg.id = ${groupId}`)}
    where rp.id = ${representationId}`)
  return whole(found(row))
}

/** The groups that spoke: they answered the consultation, or their words stand in what was sent. */
export async function listContributors(ctx: Ctx, representationId: string) {
  ensure(mayRepresent(ctx.actor))
  const rows = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select g.id, g.name from groups g where g.removed_at is null and g.id in (
      select a.group_id from counted_answers a join representations rp on rp.consultation_id = a.consultation_id
      where rp.id = ${representationId}
      union
      select p.group_id from pinned_passages n join passages p on p.id = n.passage_id
      where n.representation_id = ${representationId})
    order by g.name`)
  return [...rows]
}
