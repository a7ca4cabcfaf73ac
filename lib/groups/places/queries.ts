import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isStaff } from "../../access/may"
import { ensure } from "../../errors"

/** So many groups with a postcode that nobody knows are listed. */
const MOST = 200

/** The postcode table in force, with which version each group's ward was found, and the postcodes nobody knows. */
export async function placesOverview(ctx: Ctx) {
  ensure(isStaff(ctx.actor))
  const [version] = await ctx.tx.execute<{ version: string; at: string; rows: number }>(
    sql`select version, imported_at::text as at, rows from place_versions order by imported_at desc limit 1`,
  )
  const resolved = await ctx.tx.execute<{ version: string | null; groups: number }>(sql`
    select place_version as version, count(*)::int as groups from groups
    where removed_at is null and place_resolved_at is not null group by 1 order by 2 desc`)
  const unknown = await ctx.tx.execute<{ id: string; name: string; postcode: string; all: number }>(sql`
    select g.id, g.name, g.postcode, count(*) over ()::int as "all" from groups g
    where g.removed_at is null and g.postcode is not null and not exists (select from postcodes p where p.postcode = replace(g.postcode, ' ', ''))
    order by g.name, g.id limit ${MOST}`)
  const [without] = await ctx.tx.execute<{ groups: number }>(
    sql`select count(*)::int as groups from groups where removed_at is null and postcode is null`,
  )
  return {
    version: version ?? null,
    resolved: [...resolved],
    unknown: unknown.map(({ id, name, postcode }) => ({ id, name, postcode })),
    unknownInAll: unknown[0]?.all ?? 0,
    without: without?.groups ?? 0,
  }
}
