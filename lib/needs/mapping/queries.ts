import "server-only"
import { sql } from "drizzle-orm"
import type { AREA_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { mayReadNeeds } from "../policy"
import { type Ring, ringsOf } from "./words"

/** How many needs there are in one area about one theme; null: about the whole district, about no theme. */
export type Cell = {
  areaId: string | null
  area: string | null
  themeId: string | null
  theme: string | null
  needs: number
}

/** Open needs by area and theme. */
export async function countByAreaAndTheme(ctx: Ctx): Promise<Cell[]> {
  ensure(mayReadNeeds(ctx.actor), say("Only staff see all needs."))
  const rows = await ctx.tx.execute<Cell>(sql`
    select n.area_id as "areaId", a.name as area, n.theme_id as "themeId", t.name as theme, count(*)::int as needs
    from needs n left join areas a on a.id = n.area_id left join terms t on t.id = n.theme_id
    where n.closed_at is null group by 1, 2, 3, 4 order by a.name nulls last, t.name nulls last`)
  return [...rows]
}

/** An area of the LIO with what the installation knows of where it is: its outline, or else its middle, or neither. */
export type MapArea = {
  id: string
  name: string
  kind: keyof typeof AREA_KINDS
  rings: Ring[]
  middle: [lon: number, lat: number] | null
}

/** The areas of the LIO, by name, with where they are. For everybody. */
export async function listMapAreas(ctx: Ctx): Promise<MapArea[]> {
  const rows = await ctx.tx.execute<
    Pick<MapArea, "id" | "name" | "kind"> & { outline: unknown; lon: number | null; lat: number | null }
  >(sql`
    select a.id, a.name, a.kind, p.outline, p.lon, p.lat from areas a
      left join places p on p.code = coalesce(a.code, 'local:' || a.name) order by a.name, a.id`)
  return rows.map(({ outline, lon, lat, ...area }) => ({
    ...area,
    rings: ringsOf(outline),
    middle: lon === null || lat === null ? null : [lon, lat],
  }))
}
