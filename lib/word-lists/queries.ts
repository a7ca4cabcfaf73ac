import "server-only"
import { asc, eq, isNull, sql } from "drizzle-orm"
import { terms } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { mayKeepTerms } from "./policy"

/** The word that stands in a word's place today: the one it was merged into, or itself. */
const termInUse = (id: string) =>
  sql`coalesce((select t.merged_into_id from terms t where t.id = ${id}::uuid), ${id}::uuid)`

const columns = {
  id: terms.id,
  list: terms.list,
  name: terms.name,
  category: terms.category,
  retiredAt: terms.retiredAt,
  /** Of a tag: since when groups see it; null: staff alone do. */
  shownAt: terms.shownAt,
  mergedIntoId: terms.mergedIntoId,
  groups: sql<number>`(select count(*)::int from group_terms gt join groups g on g.id = gt.group_id
    where gt.term_id = terms.id and g.removed_at is null)`,
}

/** Whether one of these words is a tag that groups do not see: what tells of it is for staff. */
export async function isHiddenAmong(ctx: Ctx, ids: unknown[]): Promise<boolean> {
  if (ids.length === 0) return false
  const [row] = await ctx.tx.execute<{ hidden: boolean }>(sql`
    select exists (select from terms where id = any (${sql.param(ids)}::uuid[]) and list = 'tag' and shown_at is null) as hidden`)
  return row?.hidden ?? false
}

/** Every word of the LIO's lists with how many groups have it, retired ones last; merged ones are gone. */
export async function listKeptTerms(ctx: Ctx) {
  ensure(mayKeepTerms(ctx.actor), say("Only staff who keep the groups can change the lists."))
  return ctx.tx
    .select(columns)
    .from(terms)
    .where(isNull(terms.mergedIntoId))
    .orderBy(sql`${terms.retiredAt} is not null`, asc(sql`lower(${terms.name})`), asc(terms.id))
}
export type KeptTerm = Awaited<ReturnType<typeof listKeptTerms>>[number]

/** One word with how many groups have it. */
export async function getTerm(ctx: Ctx, id: string): Promise<KeptTerm> {
  ensure(mayKeepTerms(ctx.actor), say("Only staff who keep the groups can change the lists."))
  const [row] = await ctx.tx.select(columns).from(terms).where(eq(terms.id, id))
  return found(row)
}

/** What a merge would do: how many groups get the other word, and how many have it already. */
export async function previewMerge(ctx: Ctx, { id, into }: { id: string; into: string }) {
  ensure(mayKeepTerms(ctx.actor), say("Only staff who keep the groups can change the lists."))
  const [row] = await ctx.tx.execute<{ groups: number; both: number; needs: number }>(sql`
    select count(*)::int as groups,
      count(*) filter (where exists (select from group_terms b where b.group_id = a.group_id and b.term_id = ${into}))::int as both,
      (select count(*)::int from need_themes n where n.term_id = ${id}) as needs
    from group_terms a join groups g on g.id = a.group_id and g.removed_at is null where a.term_id = ${id}`)
  return found(row)
}

/** What a word in an address is called today, also when it was retired or merged; undefined when there is none. */
export async function findTerm(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select({ id: terms.id, list: terms.list, name: terms.name })
    .from(terms)
    .where(eq(terms.id, termInUse(id)))
  return row
}
