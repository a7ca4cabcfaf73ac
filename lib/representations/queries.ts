import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { asks, consultations, groups, representations, representationVersions } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { standsIn } from "../consultations/passages/words"
import { ensure, found, RuleBroken } from "../errors"
import { say } from "../words"
import { mayReadRepresentations, mayRepresent, REPRESENTS } from "./policy"
import { listFiled } from "./replies/queries"

/** How far a representation has come. */
export type Stage = "draft" | "published" | "sent" | "replied" | "closed"

type Dates = { closedAt: unknown; repliedOn: unknown; sentOn: unknown; versions: number }

/** The stage follows from the dates, it is never typed. */
export function stageOf(row: Dates): Stage {
  if (row.closedAt) return "closed"
  if (row.repliedOn) return "replied"
  if (row.sentOn) return "sent"
  return row.versions > 0 ? "published" : "draft"
}

const versions = sql<number>`(select count(*)::int from representation_versions v where v.representation_id = representations.id)`

/** All representations with their body, how many asks and how many of them are answered. Newest first. */
export async function listRepresentations(ctx: Ctx) {
  ensure(mayReadRepresentations(ctx.actor))
  const rows = await ctx.tx
    .select({
      id: representations.id,
      title: representations.title,
      bodyId: representations.bodyId,
      body: groups.name,
      createdAt: representations.createdAt,
      sentOn: representations.sentOn,
      replyDueOn: representations.replyDueOn,
      repliedOn: representations.repliedOn,
      closedAt: representations.closedAt,
      versions,
      asks: sql<number>`(select count(*)::int from asks a where a.representation_id = representations.id)`,
      answered: sql<number>`(select count(*)::int from asks a where a.representation_id = representations.id and a.reply is not null and a.reply <> 'no_reply')`,
    })
    .from(representations)
    .innerJoin(groups, eq(groups.id, representations.bodyId))
    .orderBy(desc(representations.createdAt))
  return rows.map((row) => ({ ...row, stage: stageOf(row) }))
}

/** A passage pinned to an ask. `quotable`: the group agreed to be quoted. `stands`: the words are in what it sent last. */
export type Evidence = {
  askId: string
  passageId: string
  quote: string
  groupId: string
  group: string
  quotable: boolean
  stands: boolean
  named: boolean
  /** What it answers, and the day on which that was sent. */
  question: string
  on: string | null
}

/** A need put to the body in an ask. */
export type AskedNeed = { askId: string; id: string; title: string }

/** One representation with all that staff work on: asks, evidence, needs, frozen versions. */
export async function getRepresentation(ctx: Ctx, id: string) {
  ensure(mayReadRepresentations(ctx.actor))
  const [row] = await ctx.tx
    .select({
      representation: representations,
      body: groups.name,
      consultation: consultations.title,
      versions,
    })
    .from(representations)
    .innerJoin(groups, eq(groups.id, representations.bodyId))
    .leftJoin(consultations, eq(consultations.id, representations.consultationId))
    .where(eq(representations.id, id))
  const { representation, body, consultation, versions: published } = found(row)
  const [askRows, evidence, needs, frozen, told, filed, beside] = await Promise.all([
    ctx.tx.select().from(asks).where(eq(asks.representationId, id)).orderBy(asc(asks.position)),
    listEvidence(ctx, id),
    ctx.tx.execute<AskedNeed>(sql`
      select na.ask_id as "askId", n.id, n.title from need_asks na join needs n on n.id = na.need_id
      join asks a on a.id = na.ask_id where a.representation_id = ${id} order by n.title`),
    ctx.tx
      .select({
        version: representationVersions.version,
        publishedAt: representationVersions.publishedAt,
        withdrawnAt: representationVersions.withdrawnAt,
        withdrawnReason: representationVersions.withdrawnReason,
      })
      .from(representationVersions)
      .where(eq(representationVersions.representationId, id))
      .orderBy(desc(representationVersions.version)),
    ctx.tx.execute<{ told: number; unreached: string[] }>(sql`
      select count(*) filter (where l.letters > 0)::int as told,
        coalesce(json_agg(g.name order by g.name) filter (where l.letters = 0), '[]') as unreached
      from loop_letters l join groups g on g.id = l.group_id where l.representation_id = ${id}`),
    listFiled(ctx, id),
    ctx.tx.execute<{ askId: string; pins: number }>(sql`
      select n.ask_id as "askId", count(*)::int as pins from paper_pins n where n.representation_id = ${id} and n.ask_id is not null group by 1`),
  ])
  return {
    ...representation,
    body,
    consultation,
    stage: stageOf({ ...representation, versions: published }),
    asks: askRows.map((ask) => ({
      ...ask,
      evidence: evidence.filter((one) => one.askId === ask.id),
      /** How much else is pinned to it: numbers, needs, figures. */
      pins: beside.find(({ askId }) => askId === ask.id)?.pins ?? 0,
      needs: [...needs].filter((need) => need.askId === ask.id),
      replies: filed.replies.filter(({ askId }) => askId === ask.id),
      outcomes: filed.outcomes.filter(({ askId }) => askId === ask.id),
    })),
    frozen,
    /** Groups that were written to, and those where nobody could be. */
    told: told[0]?.told ?? 0,
    unreached: told[0]?.unreached ?? [],
  }
}
export type Representation = Awaited<ReturnType<typeof getRepresentation>>

/** RuleBroken once a representation is closed. */
export function ensureOpen({ closedAt }: { closedAt: Date | null }) {
  if (closedAt) throw new RuleBroken(say("This representation is closed. Nothing in it changes any more."))
}

/** The representation for whoever may write it, while it can still be worked on; RuleBroken once it is closed. */
export async function getOpenRepresentation(
  ctx: Ctx,
  id: string,
): Promise<typeof representations.$inferSelect> {
  ensure(mayRepresent(ctx.actor), REPRESENTS)
  const [row] = await ctx.tx.select().from(representations).where(eq(representations.id, id))
  const representation = found(row)
  ensureOpen(representation)
  return representation
}

/** The evidence of a representation, ask by ask. */
async function listEvidence(ctx: Ctx, representationId: string): Promise<Evidence[]> {
  const rows = await ctx.tx.execute<Omit<Evidence, "stands"> & { now: string | null }>(sql`
    select ap.ask_id as "askId", p.id as "passageId", p.quote, g.id as "groupId", g.name as "group",
      coalesce(r.quotable, false) and c.stopped_at is null as quotable, c.naming = 'body' as named, q.title as question,
      (v.signed_off_at at time zone ${ctx.lio.timezone})::date::text as "on", v.answers -> p.question_id::text ->> 'text' as now
    from ask_passages ap join asks a on a.id = ap.ask_id join passages p on p.id = ap.passage_id
      join responses r on r.id = p.response_id join consultations c on c.id = r.consultation_id join groups g on g.id = p.group_id
      join questions q on q.id = p.question_id left join response_versions v on v.response_id = r.id and v.version = r.version
    where a.representation_id = ${representationId} order by g.name, p.created_at, p.id`)
  return rows.map(({ now, ...one }) => ({ ...one, stands: standsIn(now ?? "", one.quote) }))
}

/** The statutory bodies a representation can go to. */
export async function listBodies(ctx: Ctx) {
  ensure(mayReadRepresentations(ctx.actor))
  return ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(sql`${groups.sector} = 'statutory' and ${groups.removedAt} is null`)
    .orderBy(asc(groups.name))
}

/** Consultations that a representation can rest on: those with a signed-off answer that weren’t stopped. */
export async function listConsultationsToUse(ctx: Ctx) {
  ensure(mayReadRepresentations(ctx.actor))
  return ctx.tx
    .select({ id: consultations.id, title: consultations.title, bodyId: consultations.bodyId })
    .from(consultations)
    .where(
      sql`${consultations.stoppedAt} is null and exists (select from responses r where r.consultation_id = consultations.id and r.version > 0)`,
    )
    .orderBy(desc(consultations.createdAt))
}
