import "server-only"
import { and, asc, eq, isNull } from "drizzle-orm"
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

/** The segments of each group. Areas are wards when all groups are based in one district, districts otherwise. */
export async function listFacts(ctx: Ctx, groupIds: string[]): Promise<Map<string, Facts>> {
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
  const districts = new Set(rows.flatMap(({ district }) => (district ? [district] : [])))
  const codeOf = (row: (typeof rows)[number]) =>
    districts.size > 1 ? row.district : (row.ward ?? row.district)
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
