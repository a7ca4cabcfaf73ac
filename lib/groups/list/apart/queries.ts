import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import { linesOf } from "../../../membership-status/queries"
import { shortLineOf } from "../../../membership-status/words"
import { listPlaceNames } from "../../../places/queries"
import { type Column, inOneCell, ROLE_IN_WORDS } from "../columns"

/** A group of a file, with what its areas are named by. */
export type Line = { id: string; ward_code: string | null; district_code: string | null }

type Said = { id: string; key: string; said: string | null }

/** What is read for some thousand groups at once instead of for each: a column → its statement. */
const APART: Record<string, (ids: SQL) => SQL> = {
  identifiers: (ids) => sql`
    select group_id as id, 'identifiers' as key, string_agg(register || ' ' || value, '; ' order by register, value) as said
    from group_identifiers where group_id = any (${ids}) group by group_id`,
  serves: (ids) => sql`
    select ga.group_id as id, 'serves' as key, string_agg(a.name, '; ' order by a.name) as said
    from group_areas ga join areas a on a.id = ga.area_id where ga.group_id = any (${ids}) group by ga.group_id`,
  terms: (ids) => sql`
    select gt.group_id as id, t.list as key, ${sql.raw(inOneCell("t.name"))} as said
    from group_terms gt join terms t on t.id = gt.term_id where gt.group_id = any (${ids}) group by gt.group_id, t.list`,
  categories: (ids) => sql`
    select gt.group_id as id, 'categories' as key, string_agg(distinct t.category, '; ' order by t.category) as said
    from group_terms gt join terms t on t.id = gt.term_id where gt.group_id = any (${ids}) and t.category is not null group by gt.group_id`,
  contactRole: (ids) => sql`
    select distinct on (g.id) g.id, 'contactRole' as key, ${sql.raw(ROLE_IN_WORDS)} as said from groups g
    join roles r on r.group_id = g.id and r.person_id = g.main_contact_id where g.id = any (${ids})
    order by g.id, r.ended_on desc nulls first, r.created_at`,
}
const TERMS = new Set(Object.keys(TERM_LISTS))
const PLACES = new Set(["area", "ward", "district"])
const statementOf = (key: string) => (TERMS.has(key) ? "terms" : key in APART ? key : null)

/** For a file: which of its columns are read apart, and how for some groups at a time. */
export async function readingApart(ctx: Ctx, columns: Column[]) {
  const keys = new Set(columns.map(({ key }) => key))
  const statements = new Set([...keys].flatMap((key) => statementOf(key) ?? []))
  const membership = keys.has("membership")
  const named = [...keys].some((key) => PLACES.has(key))
  const places = new Map<string, string>()
  const read = async (rows: readonly Line[]) => {
    const ids = rows.map(({ id }) => id)
    const said = new Map<string, string | null>()
    const array = sql`${sql.param(ids)}::uuid[]`
    for (const statement of ids.length > 0 ? statements : [])
      for (const one of await ctx.tx.execute<Said>((APART[statement] as (ids: SQL) => SQL)(array)))
        said.set(`${one.id} ${one.key}`, one.said)
    if (named) {
      const codes = rows.flatMap(({ ward_code, district_code }) => [ward_code, district_code])
      const fresh = await listPlaceNames(
        ctx,
        codes.filter((code) => code !== null && !places.has(code)),
      )
      for (const [code, name] of fresh) places.set(code, name)
    }
    const memberships = membership ? await linesOf(ctx, ids, shortLineOf) : new Map<string, string>()
    const placeOf = (code: string | null) => (code ? places.get(code) : undefined)
    return ({ id, ward_code, district_code }: Line, key: string): string | null | undefined => {
      if (key === "membership") return memberships.get(id)
      if (key === "ward") return placeOf(ward_code)
      if (key === "district") return placeOf(district_code)
      if (key === "area") return placeOf(ward_code) ?? placeOf(district_code)
      return said.get(`${id} ${key}`)
    }
  }
  return { has: (key: string) => PLACES.has(key) || statementOf(key) !== null, read }
}
