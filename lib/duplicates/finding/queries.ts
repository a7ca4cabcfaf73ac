import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { readName } from "../../groups/similarity/names"
import { BRANCHES, domainOf, FEW, type Kept, suspectOf } from "../../groups/similarity/suspects"
import type { Suspect } from "../../groups/similarity/weigh"

type Row = Omit<Kept, "identifiers">

function counted<T>(values: Iterable<T>) {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

async function numbersOf(ctx: Ctx) {
  const rows = await ctx.tx.execute<{ groupId: string; register: string; value: string }>(
    sql`select group_id as "groupId", register, value from group_identifiers`,
  )
  const byGroup = new Map<string, { register: string; value: string }[]>()
  for (const { groupId, register, value } of rows) {
    const there = byGroup.get(groupId)
    if (there) there.push({ register, value })
    else byGroup.set(groupId, [{ register, value }])
  }
  return byGroup
}

/** Every group of the LIO, as it is held against the others. */
export async function listSuspects(ctx: Ctx): Promise<Suspect[]> {
  const rows = [
    ...(await ctx.tx.execute<Row>(sql`
      select g.id, g.name, g.name_key as "nameKey", g.postcode, g.address, g.email, g.phone, g.website, p.lat, p.lon
      from groups g left join postcodes p on p.postcode = replace(g.postcode, ' ', '')
      where g.removed_at is null`)),
  ]
  const numbers = await numbersOf(ctx)
  const domains = counted(rows.map((row) => domainOf(row.email)))
  const names = rows.map((row) => readName(row.nameKey, row.name))
  const places = new Map<string, Set<string>>()
  for (const [at, row] of rows.entries()) {
    const compact = names[at]?.compact ?? ""
    if (row.postcode) places.set(compact, (places.get(compact) ?? new Set()).add(row.postcode))
  }
  return rows.map((row, at) => {
    const name = names[at] ?? readName(row.nameKey, row.name)
    return suspectOf(
      { ...row, identifiers: numbers.get(row.id) ?? [] },
      {
        domain: (domains.get(domainOf(row.email)) ?? 0) <= FEW,
        branch: (places.get(name.compact)?.size ?? 0) >= BRANCHES,
      },
      name,
    )
  })
}
