import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { readName } from "./names"
import type { Suspect } from "./weigh"

type Row = {
  id: string
  nameKey: string
  postcode: string | null
  address: string | null
  email: string | null
  phone: string | null
  website: string | null
  lat: number | null
  lon: number | null
}

/** Where anybody may have an address: the domain says nothing of a group. */
const MAIL_FOR_ALL =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|aol|icloud|me|mac|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|tiscali|blueyonder|o2|fsmail|protonmail|proton|gmx|mail)\./
/** More groups than this under one domain: their landlord's, their school's. */
const FEW = 5
/** As many addresses under one name are branches. */
const BRANCHES = 4

const plain = (said: string | null) => said?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") || null
const domainOf = (email: string | null) => {
  const domain = email?.split("@")[1]?.toLowerCase() ?? null
  return domain && !MAIL_FOR_ALL.test(domain) ? domain : null
}
const siteOf = (website: string | null) =>
  website
    ?.toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/[/?#]+$/, "") || null

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
      select g.id, g.name_key as "nameKey", g.postcode, g.address, g.email, g.phone, g.website, p.lat, p.lon
      from groups g left join postcodes p on p.postcode = replace(g.postcode, ' ', '')
      where g.removed_at is null`)),
  ]
  const numbers = await numbersOf(ctx)
  const domains = counted(rows.map((row) => domainOf(row.email)))
  const names = rows.map((row) => readName(row.nameKey))
  const places = new Map<string, Set<string>>()
  for (const [at, row] of rows.entries()) {
    const compact = names[at]?.compact ?? ""
    if (row.postcode) places.set(compact, (places.get(compact) ?? new Set()).add(row.postcode))
  }
  return rows.map((row, at) => {
    const name = names[at] ?? readName(row.nameKey)
    const domain = domainOf(row.email)
    return {
      id: row.id,
      name,
      postcode: row.postcode,
      address: plain(row.address),
      email: row.email?.toLowerCase() ?? null,
      domain: domain && (domains.get(domain) ?? 0) <= FEW ? domain : null,
      phone: row.phone?.replace(/\D/g, "").replace(/^44/, "0") || null,
      website: siteOf(row.website),
      numbers: numbers.get(row.id) ?? [],
      at: row.lat !== null && row.lon !== null ? { lat: row.lat, lon: row.lon } : null,
      branch: (places.get(name.compact)?.size ?? 0) >= BRANCHES,
    }
  })
}
