import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Answers } from "../../fields/input"
import {
  IMPORTED,
  IMPORTED_FIELDS,
  type ImportedField,
  type ImportedValue,
} from "../../groups/importing/fields"
import { readName } from "../../groups/similarity/names"
import type { Known, Places } from "../../groups/similarity/register"
import type { ReadList } from "../columns/lists"

/** A group as it stands, with everything that a row could change. */
export type StandingGroup = Known & { id: string; version: number; custom: Answers | null } & Record<
    ImportedField,
    ImportedValue | null
  >

const READ_AS: Partial<Record<string, string>> = { date: "::text", bigint: "::float8" }
const asTheyStand = IMPORTED_FIELDS.map((field) => {
  const [column, type] = IMPORTED[field]
  return `g.${column}${READ_AS[type] ?? ""} as "${field}"`
}).join(", ")
/** Where its postcode is: it comes back with the postcode when an import is taken back. */
const PLACE = sql.raw(
  `g.ward_code as "wardCode", g.district_code as "districtCode", g.place_version as "placeVersion", g.place_resolved_at as "placeResolvedAt"`,
)

/** Everything of the LIO's groups that rows are held against. Two plain reads: a join would be planned on stale figures. */
export async function listStanding(ctx: Ctx): Promise<StandingGroup[]> {
  const rows = await ctx.tx.execute<StandingGroup>(sql`
    select g.id, null as row, g.name, g.name_key as "nameKey", g.version, ${sql.raw(asTheyStand)}, ${PLACE}, nullif(g.custom, '{}') as custom
    from groups g where g.removed_at is null`)
  const numbers = await ctx.tx.execute<{ groupId: string; register: string; value: string }>(
    sql`select group_id as "groupId", register, value from group_identifiers`,
  )
  const byGroup = new Map<string, { register: string; value: string }[]>()
  for (const { groupId, register, value } of numbers) {
    byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), { register, value }])
  }
  return [...rows].map((row) => ({ ...row, identifiers: byGroup.get(row.id) ?? [] }))
}

/** What groups have in lists: "group area name", "group theme name" and so for each list, "group role name-or-address", "group left name". */
export type Held = Set<string>
/** How one of them is written. */
export const heldKey = (groupId: string, kind: string, name: string) =>
  `${groupId} ${kind} ${name.toLowerCase()}`

/** The areas, words and people that groups have already; read only when a row names some. */
export async function listHeld(ctx: Ctx, says: ReadList["says"]): Promise<Held> {
  const held: Held = new Set()
  const keep = (rows: Iterable<{ groupId: string; kind: string; name: string }>) => {
    for (const { groupId, kind, name } of rows) held.add(heldKey(groupId, kind, name))
  }
  type Row = { groupId: string; kind: string; name: string }
  if (says.areas)
    keep(
      await ctx.tx.execute<Row>(
        sql`select l.group_id as "groupId", 'area' as kind, a.name from group_areas l join areas a on a.id = l.area_id`,
      ),
    )
  if (says.terms)
    keep(
      await ctx.tx.execute<Row>(
        sql`select l.group_id as "groupId", t.list as kind, t.name from group_terms l join terms t on t.id = l.term_id`,
      ),
    )
  if (says.people) {
    keep(
      await ctx.tx.execute<Row>(sql`
      select r.group_id as "groupId", k.kind, n.name from roles r join people p on p.id = r.person_id
      cross join lateral (values (r.role), ('contact'), (case when p.left_at is not null then 'left' end)) k(kind)
      cross join lateral (values (p.name), (p.email)) n(name) where n.name is not null and k.kind is not null`),
    )
  }
  return held
}

/**
 * Where the postcodes are of groups and rows that have one name at several: how far two are apart tells a club that
 * moved from another of its name. Empty where no postcode table was read.
 */
export async function listPlaces(
  ctx: Ctx,
  standing: Known[],
  list: Pick<ReadList, "places">,
): Promise<Places> {
  const byName = new Map<string, Set<string>>()
  const note = ({ nameKey, postcode }: { nameKey: string; postcode: string | null }) => {
    if (!postcode) return
    const core = readName(nameKey).core
    const there = byName.get(core)
    if (there) there.add(postcode)
    else byName.set(core, new Set([postcode]))
  }
  const [table] = await ctx.tx.execute(sql`select from postcodes limit 1`)
  if (!table) return new Map()
  for (const group of standing) note(group)
  for (const row of list.places()) note(row)
  const wanted = [...byName.values()].flatMap((postcodes) => (postcodes.size > 1 ? [...postcodes] : []))
  const requested = JSON.stringify([...new Set(wanted)])
  const rows = await ctx.tx.execute<{ postcode: string; lat: number | null; lon: number | null }>(sql`
    select w.postcode, p.lat, p.lon from jsonb_array_elements_text(${requested}::jsonb) w(postcode)
    join postcodes p on p.postcode = replace(w.postcode, ' ', '')`)
  return new Map(
    rows.flatMap(({ postcode, lat, lon }) =>
      lat !== null && lon !== null ? [[postcode, { lat, lon }]] : [],
    ),
  )
}
