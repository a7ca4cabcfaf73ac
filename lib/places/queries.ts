import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"

/** The version of the postcode table that is in force, as a piece of a query. */
export const versionInForce = sql`(select version from place_versions order by imported_at desc limit 1)`

/** What a ward or district is called: as the LIO has it, else as the open data has it. `code` is an expression of PostgreSQL. */
export const placeName = (code: string) =>
  `coalesce((select a.name from areas a where a.code = ${code} limit 1), (select pl.name from places pl where pl.code = ${code}))`

/** The names of these wards and districts, by their codes. */
export async function listPlaceNames(ctx: Ctx, codes: Iterable<string | null>): Promise<Map<string, string>> {
  const wanted = [...new Set([...codes].filter((code) => code !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await ctx.tx.execute<{ code: string; name: string | null }>(sql`
    select c.code, ${sql.raw(placeName("c.code"))} as name from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb) c(code)`)
  return new Map(rows.flatMap(({ code, name }) => (name ? [[code, name] as const] : [])))
}
