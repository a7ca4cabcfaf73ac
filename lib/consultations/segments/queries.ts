import "server-only"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { areas, groups, groupTerms, places, terms } from "@/db/schema"
import { INCOME_BANDS, SECTORS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { inAlphabet, say } from "../../words"

/** By what groups are told apart: each kind of segment with its heading. */
export const DIMENSIONS = {
  size: say("Size"),
  area: say("Area"),
  theme: say("Theme"),
  sector: say("Sector"),
} as const
export type Dimension = keyof typeof DIMENSIONS

const NOT_KNOWN = say("Not known")
/** The bands of yearly income, as they stand everywhere else. */
const ORDER: string[] = Object.values(INCOME_BANDS)

/** In which segments a group is: one of size, area and sector, any number of themes. */
export type Facts = Record<Dimension, string[]>

/** Which areas groups are told apart by. */
export type Grain = "ward" | "district"

/**
 * The areas of a consultation: wards when all groups that were asked are based in one district, districts otherwise. One
 * grain holds for all of its numbers, whomever they count; once it has closed, the one that its edition keeps.
 */
export async function grainOf(ctx: Ctx, consultationId: string): Promise<Grain> {
  const [row] = await ctx.tx.execute<{ grain: Grain }>(sql`
    select coalesce(
      (select f.content->>'grain' from consultation_results f where f.consultation_id = ${consultationId}::uuid order by f.edition desc limit 1),
      (select case when count(distinct g.district_code) > 1 then 'district' else 'ward' end
        from invitations i join groups g on g.id = i.group_id where i.consultation_id = ${consultationId}::uuid)) as grain`)
  return row?.grain ?? "ward"
}

/** The segments of each group, its area by the grain of the consultation. */
export async function listFacts(ctx: Ctx, groupIds: string[], grain: Grain): Promise<Map<string, Facts>> {
  if (groupIds.length === 0) return new Map()
  const [rows, themes] = await Promise.all([
    ctx.tx
      .select({
        id: groups.id,
        band: groups.incomeBand,
        sector: groups.sector,
        ward: groups.wardCode,
        district: groups.districtCode,
      })
      .from(groups)
      .where(isOneOf(groups.id, groupIds)),
    ctx.tx
      .select({ groupId: groupTerms.groupId, name: terms.name })
      .from(groupTerms)
      .innerJoin(terms, eq(terms.id, groupTerms.termId))
      .where(and(isOneOf(groupTerms.groupId, groupIds), eq(terms.list, "theme"), isNull(terms.retiredAt)))
      .orderBy(asc(terms.name)),
  ])
  const codeOf = (row: (typeof rows)[number]) =>
    grain === "district" ? row.district : (row.ward ?? row.district)
  const names = await readNames(ctx, [...new Set(rows.flatMap((row) => codeOf(row) ?? []))])
  const themesOf = Map.groupBy(themes, ({ groupId }) => groupId)
  return new Map(
    rows.map((row) => {
      const code = codeOf(row)
      const facts: Facts = {
        size: [row.band ? INCOME_BANDS[row.band] : NOT_KNOWN],
        area: [code ? (names.get(code) ?? code) : NOT_KNOWN],
        theme: themesOf.get(row.id)?.map(({ name }) => name) ?? [NOT_KNOWN],
        sector: [SECTORS[row.sector]],
      }
      return [row.id, facts]
    }),
  )
}

async function readNames(ctx: Ctx, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const [open, own] = await Promise.all([
    ctx.tx.select({ code: places.code, name: places.name }).from(places).where(isOneOf(places.code, codes)),
    ctx.tx.select({ code: areas.code, name: areas.name }).from(areas).where(isOneOf(areas.code, codes)),
  ])
  return new Map([...open, ...own].flatMap(({ code, name }) => (code ? [[code, name] as const] : [])))
}

/** The segments of a kind that occur, in their order: sizes from small to large, the rest by name, "not known" last. */
export function segmentsOf(facts: Iterable<Facts>, dimension: Dimension): string[] {
  const names = new Set<string>()
  for (const fact of facts) for (const name of fact[dimension]) names.add(name)
  const rank = (name: string) => (name === NOT_KNOWN ? 1e6 : dimension === "size" ? ORDER.indexOf(name) : 0)
  return [...names].sort((one, other) => rank(one) - rank(other) || inAlphabet(one, other))
}
