import "server-only"
import { eq } from "drizzle-orm"
import { needAreas, needThemes } from "@/db/schema"
import type { Ctx } from "../../access/ctx"

/** Writes the areas and the themes that a need is about, for whoever may change it; what is not said stays. */
export async function writeAbout(
  ctx: Ctx,
  needId: string,
  { areaIds, themeIds }: { areaIds?: string[]; themeIds?: string[] },
) {
  const of = { lioId: ctx.lio.id, needId }
  if (areaIds) {
    await ctx.tx.delete(needAreas).where(eq(needAreas.needId, needId))
    const rows = [...new Set(areaIds)].map((areaId) => ({ ...of, areaId }))
    if (rows.length > 0) await ctx.tx.insert(needAreas).values(rows)
  }
  if (themeIds) {
    await ctx.tx.delete(needThemes).where(eq(needThemes.needId, needId))
    const rows = [...new Set(themeIds)].map((termId) => ({ ...of, termId }))
    if (rows.length > 0) await ctx.tx.insert(needThemes).values(rows)
  }
}
