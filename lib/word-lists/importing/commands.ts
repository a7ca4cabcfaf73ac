import "server-only"
import { sql } from "drizzle-orm"
import type { TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"

/**
 * Looks words of a list up and adds those that the LIO does not have; gives id by word in small letters, and the ids that
 * are new. A word that was merged into another is that other.
 */
export async function keepTermNames(ctx: Ctx, list: keyof typeof TERM_LISTS, names: string[]) {
  const rows = sql`json_to_recordset(${JSON.stringify(names.map((name) => ({ name })))}::json) as d(name text)`
  const same = sql`t.list = ${list} and lower(t.name) = lower(d.name)`
  const added = await ctx.tx.execute<{ id: string }>(sql`
    insert into terms (lio_id, list, name) select distinct on (lower(d.name)) ${ctx.lio.id}::uuid, ${list}, d.name from ${rows}
    where not exists (select from terms t where ${same}) returning id`)
  const found = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select distinct on (lower(t.name)) coalesce(t.merged_into_id, t.id) as id, d.name from ${rows} join terms t on ${same} order by lower(t.name), t.id`)
  return {
    ids: new Map(found.map(({ id, name }) => [name.toLowerCase(), id])),
    added: added.map(({ id }) => id),
  }
}

/** Takes those words off the LIO's lists that nothing uses but these groups. */
export async function dropUnusedTerms(ctx: Ctx, ids: string[], groupIds: string[]) {
  await ctx.tx.execute(sql`
    delete from terms t where t.id = any (${sql.param(ids)}::uuid[])
      and not exists (select from group_terms l where l.term_id = t.id and l.group_id <> all (${sql.param(groupIds)}::uuid[]))
      and not exists (select from terms o where o.merged_into_id = t.id) and not exists (select from need_themes n where n.term_id = t.id)
      and not exists (select from health_check_questions q where q.theme_id = t.id)`)
}
