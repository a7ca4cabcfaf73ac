import "server-only"
import { asc, sql } from "drizzle-orm"
import { areas, groupAreas } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { mayRunLio } from "../policy"

/** Where the LIO works, districts first. Public. */
export async function listServed(ctx: Ctx) {
  return ctx.tx
    .select({ id: areas.id, kind: areas.kind, code: areas.code, name: areas.name })
    .from(areas)
    .orderBy(asc(areas.kind), asc(areas.name))
}

/** The same, each with how many groups name it. */
export async function listAreasInUse(ctx: Ctx) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can change where you work."))
  return ctx.tx
    .select({
      id: areas.id,
      kind: areas.kind,
      name: areas.name,
      groups: sql<number>`(select count(*)::int from ${groupAreas} where ${groupAreas.areaId} = ${areas.id})`,
    })
    .from(areas)
    .orderBy(asc(areas.kind), asc(areas.name))
}

/** A place of the open data. */
export type FoundPlace = {
  code: string
  kind: string
  name: string
  district: string | null
  served: boolean
  /** Of a district: its wards that are not on the list yet. */
  wards: number
}

/** Districts and wards with these words in their name, nearest name first. */
export async function findPlaces(ctx: Ctx, q: string): Promise<FoundPlace[]> {
  ensure(mayRunLio(ctx.actor), say("Only a manager can change where you work."))
  const words = q.trim().slice(0, 100)
  if (!words) return []
  const part = `%${words.replace(/[\\%_]/g, "\\$&")}%`
  return [
    ...(await ctx.tx.execute<FoundPlace>(sql`
      select p.code, p.kind, p.name, d.name as district, exists (select from areas a where a.code = p.code) as served,
        case when p.kind = 'district' then (select count(*)::int from places w where w.kind = 'ward' and w.district_code = p.code
          and not exists (select from areas a where a.code = w.code)) else 0 end as wards
      from places p left join places d on d.code = p.district_code and d.code <> p.code
      where p.name ilike ${part} and p.kind in ('district', 'ward')
      order by (p.kind <> 'district'), length(p.name), p.name limit 30`)),
  ]
}
