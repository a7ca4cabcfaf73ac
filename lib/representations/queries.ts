import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { asks, consultations, groups, representations, representationVersions } from "@/db/schema"
import type { ASK_REPLIES } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { mayReadRepresentations } from "./policy"

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

/** A passage pinned to an ask. `by` names the group only if it may be named. */
export type Evidence = {
  askId: string
  passageId: string
  quote: string
  groupId: string
  group: string
  quotable: boolean
  named: boolean
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
  const [askRows, evidence, needs, frozen, told] = await Promise.all([
    ctx.tx.select().from(asks).where(eq(asks.representationId, id)).orderBy(asc(asks.position)),
    listEvidence(ctx, id),
    ctx.tx.execute<AskedNeed>(sql`
      select na.ask_id as "askId", n.id, n.title from need_asks na join needs n on n.id = na.need_id
      join asks a on a.id = na.ask_id where a.representation_id = ${id} order by n.title`),
    ctx.tx
      .select({ version: representationVersions.version, publishedAt: representationVersions.publishedAt })
      .from(representationVersions)
      .where(eq(representationVersions.representationId, id))
      .orderBy(desc(representationVersions.version)),
    ctx.tx.execute<{ told: number }>(
      sql`select count(*)::int as told from loop_letters where representation_id = ${id}`,
    ),
  ])
  return {
    ...representation,
    body,
    consultation,
    stage: stageOf({ ...representation, versions: published }),
    asks: askRows.map((ask) => ({
      ...ask,
      evidence: evidence.filter((one) => one.askId === ask.id),
      needs: [...needs].filter((need) => need.askId === ask.id),
    })),
    frozen,
    told: told[0]?.told ?? 0,
  }
}
export type Representation = Awaited<ReturnType<typeof getRepresentation>>

/** The evidence of a representation, ask by ask. */
async function listEvidence(ctx: Ctx, representationId: string): Promise<Evidence[]> {
  const rows = await ctx.tx.execute<Evidence>(sql`
    select ap.ask_id as "askId", p.id as "passageId", p.quote, g.id as "groupId", g.name as "group",
      coalesce(r.quotable, true) as quotable, c.named
    from ask_passages ap join asks a on a.id = ap.ask_id join passages p on p.id = ap.passage_id
      join responses r on r.id = p.response_id join consultations c on c.id = r.consultation_id join groups g on g.id = p.group_id
    where a.representation_id = ${representationId} order by g.name`)
  return [...rows]
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

/** Consultations that a representation can rest on: those that closed or have a signed-off answer. */
export async function listConsultationsToUse(ctx: Ctx) {
  ensure(mayReadRepresentations(ctx.actor))
  return ctx.tx
    .select({ id: consultations.id, title: consultations.title, bodyId: consultations.bodyId })
    .from(consultations)
    .where(sql`exists (select from responses r where r.consultation_id = consultations.id and r.version > 0)`)
    .orderBy(desc(consultations.createdAt))
}

/** What a frozen version says, as anybody may read it. Quotes are in it only where the group agreed. */
export type Published = {
  lio: string
  title: string
  body: string
  addressee: string | null
  introduction: string | null
  consultation: { title: string; asked: number; answered: number; closedAt: string | null } | null
  asks: { text: string; why: string | null; groups: number; evidence: { quote: string; by: string }[] }[]
}

/** One frozen version for anybody who has its address, with what the body has said to each ask since. */
export async function getPublished(ctx: Ctx, id: string, version: number) {
  const [row] = await ctx.tx
    .select({
      content: representationVersions.content,
      publishedAt: representationVersions.publishedAt,
      withdrawnAt: representationVersions.withdrawnAt,
      latest: sql<number>`(select max(v.version) from representation_versions v where v.representation_id = ${id})`,
      outcome: representations.outcome,
      closedAt: representations.closedAt,
    })
    .from(representationVersions)
    .innerJoin(representations, eq(representations.id, representationVersions.representationId))
    .where(
      sql`${representationVersions.representationId} = ${id} and ${representationVersions.version} = ${version}`,
    )
  const frozen = found(row)
  if (frozen.withdrawnAt) return { ...frozen, content: null, replies: [] }
  const replies = await ctx.tx
    .select({
      text: asks.text,
      reply: asks.reply,
      replyText: asks.replyText,
      repliedOn: asks.repliedOn,
      outcome: asks.outcome,
    })
    .from(asks)
    .where(eq(asks.representationId, id))
    .orderBy(asc(asks.position))
  return { ...frozen, content: frozen.content as Published, replies: replies as Reply[] }
}
type Reply = {
  text: string
  reply: keyof typeof ASK_REPLIES | null
  replyText: string | null
  repliedOn: string | null
  outcome: string | null
}
