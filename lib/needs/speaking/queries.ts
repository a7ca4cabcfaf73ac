import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { groups, needFigures, needTellings, people } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { AREAS_OF, type Named, THEMES_OF } from "../about/queries"
import { mayReadNeeds } from "../policy"

/** The figures that speak for a need, the newest first. */
export async function listFigures(ctx: Ctx, needId: string) {
  ensure(mayReadNeeds(ctx.actor))
  return ctx.tx
    .select({
      id: needFigures.id,
      words: needFigures.words,
      source: needFigures.source,
      website: needFigures.website,
      on: needFigures.on,
      by: people.name,
    })
    .from(needFigures)
    .leftJoin(people, eq(people.id, needFigures.addedBy))
    .where(eq(needFigures.needId, needId))
    .orderBy(desc(needFigures.on), desc(needFigures.addedAt))
}

/** Which bodies were told of a need, when, how, and what they said; the newest first. */
export async function listTellings(ctx: Ctx, needId: string) {
  ensure(mayReadNeeds(ctx.actor))
  return ctx.tx
    .select({
      id: needTellings.id,
      body: groups.name,
      on: needTellings.on,
      words: needTellings.words,
      reply: needTellings.reply,
      repliedOn: needTellings.repliedOn,
    })
    .from(needTellings)
    .innerJoin(groups, eq(groups.id, needTellings.bodyId))
    .where(eq(needTellings.needId, needId))
    .orderBy(desc(needTellings.on), desc(needTellings.addedAt))
}

/** Statutory bodies to choose from, by name. */
export async function listBodiesToTell(ctx: Ctx) {
  ensure(mayReadNeeds(ctx.actor))
  return ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(
      sql`${groups.sector} = 'statutory' and ${groups.removedAt} is null and ${groups.stage} <> 'closed'`,
    )
    .orderBy(asc(groups.name))
}

/** Other open needs, by title: one of them may say the same. */
export async function listOtherNeeds(ctx: Ctx, id: string) {
  ensure(mayReadNeeds(ctx.actor))
  const rows = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select n.id, n.title from needs n where n.closed_at is null and n.id <> ${id}::uuid order by lower(n.title) limit 500`)
  return [...rows]
}

/** How many needs were written down in a year, and how many were met in it. */
export async function countNeedsOf(ctx: Ctx, year: number): Promise<{ opened: number; met: number }> {
  ensure(mayReadNeeds(ctx.actor))
  const day = (column: string) =>
    sql`extract(year from (${sql.raw(column)} at time zone ${ctx.lio.timezone}))`
  const [row] = await ctx.tx.execute<{ opened: number; met: number }>(sql`
    select (count(*) filter (where ${day("n.created_at")} = ${year} and n.merged_into_id is null))::int as opened,
      (count(*) filter (where n.ending = 'met' and ${day("n.closed_at")} = ${year}))::int as met from needs n`)
  return found(row)
}

/** A need as the public page shows it: its own words, never the story. */
export type ShownNeed = {
  id: string
  title: string
  words: string | null
  areas: Named[]
  themes: Named[]
  met: boolean
  metOn: string | null
}

/** The needs that the LIO wants seen: open ones, and those met in the last year. For everybody. */
export async function listShownNeeds(ctx: Ctx): Promise<ShownNeed[]> {
  return readingAll(
    ctx,
    "what of a need is public is chosen here: never its story or who said so",
    async () => {
      const rows = await ctx.tx.execute<ShownNeed>(sql`
      select n.id, n.title, n.public_words as words, ${AREAS_OF} as areas, ${THEMES_OF} as themes, n.ending is not distinct from 'met' as met,
        (n.closed_at at time zone ${ctx.lio.timezone})::date::text as "metOn"
      from needs n
      where n.shown_at is not null
        and (n.closed_at is null or (n.ending = 'met' and n.closed_at > ${ctx.now.toISOString()}::timestamptz - interval '1 year'))
      order by met, lower(n.title), n.id`)
      return [...rows]
    },
  )
}
