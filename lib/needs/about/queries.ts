import "server-only"
import { eq, type SQL, sql } from "drizzle-orm"
import { needAreas, needThemes } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadNeeds } from "../policy"

/** An area or a theme of a need. */
export type Named = { id: string; name: string }

const named = (of: SQL) =>
  sql`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]') from (${of}) o)`

/** The areas of the need `n` of a statement, by name; none: the whole district. */
export const AREAS_OF = named(
  sql`select a.id, a.name from need_areas na join areas a on a.id = na.area_id where na.need_id = n.id`,
)
/** Its themes, by name. */
export const THEMES_OF = named(
  sql`select t.id, t.name from need_themes nt join terms t on t.id = nt.term_id where nt.need_id = n.id`,
)

/** The ids of the areas and of the themes of a need, in order. */
export async function listAboutIds(ctx: Ctx, needId: string) {
  ensure(mayReadNeeds(ctx.actor))
  const [areaRows, themeRows] = await Promise.all([
    ctx.tx.select({ id: needAreas.areaId }).from(needAreas).where(eq(needAreas.needId, needId)),
    ctx.tx.select({ id: needThemes.termId }).from(needThemes).where(eq(needThemes.needId, needId)),
  ])
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()
  return { areaIds: ids(areaRows), themeIds: ids(themeRows) }
}
