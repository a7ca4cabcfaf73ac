import "server-only"
import { sql } from "drizzle-orm"
import type { AREA_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { AREAS_OF, type Named, THEMES_OF } from "../about/queries"
import { mayReadNeeds } from "../policy"
import { type Ring, ringsOf } from "./words"

/** A need by the areas and themes that it is about; of no area: of the whole district. */
export type PlacedNeed = { id: string; areas: Named[]; themes: Named[] }

/** Open needs with their areas and themes. */
export async function listPlacedNeeds(ctx: Ctx): Promise<PlacedNeed[]> {
  ensure(mayReadNeeds(ctx.actor), say("Only staff see all needs."))
  const rows = await ctx.tx.execute<PlacedNeed>(sql`
    select n.id, ${AREAS_OF} as areas, ${THEMES_OF} as themes from needs n where n.closed_at is null order by n.id`)
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
