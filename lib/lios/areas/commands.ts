import "server-only"
import { eq, sql } from "drizzle-orm"
import { areas } from "@/db/schema"
import type { AREA_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { mayRunLio } from "../policy"

const guard = (ctx: Ctx) => ensure(mayRunLio(ctx.actor), "Only a manager can change where you work.")

async function keep(ctx: Ctx, area: { kind: keyof typeof AREA_KINDS; code: string | null; name: string }) {
  const [twice] = await ctx.tx.execute(
    sql`select 1 from areas where code = ${area.code} or (lower(name) = lower(${area.name}) and ${area.code}::text is null)`,
  )
  if (twice) throw new RuleBroken(`${area.name} is on your list already.`, area.code ? undefined : "name")
  await ctx.tx.insert(areas).values({ lioId: ctx.lio.id, ...area })
  await record(ctx, {
    what: "lio.area_added",
    subject: ["lio", ctx.lio.id],
    summary: `Added ${area.name} to the areas served`,
    to: area,
  })
  return { name: area.name }
}

/** Adds a district or ward of the open data to where the LIO works. */
export async function addArea(ctx: Ctx, { code }: { code: string }): Promise<{ name: string }> {
  guard(ctx)
  const [place] = await ctx.tx.execute<{ kind: "district" | "ward"; name: string }>(
    sql`select kind, name from places where code = ${code} and kind in ('district', 'ward')`,
  )
  return keep(ctx, { code, ...found(place) })
}

/** Adds a neighbourhood by its name. */
export async function addNeighbourhood(ctx: Ctx, { name }: { name: string }): Promise<{ name: string }> {
  guard(ctx)
  return keep(ctx, { kind: "neighbourhood", code: null, name })
}

/** Takes an area off the list, and off the groups that name it; says how many did. */
export async function removeArea(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ name: string; groups: number }> {
  guard(ctx)
  const [counted] = await ctx.tx.execute<{ groups: number }>(
    sql`select count(*)::int as groups from group_areas where area_id = ${id}`,
  )
  const [gone] = await ctx.tx.delete(areas).where(eq(areas.id, id)).returning()
  const { name, kind, code } = found(gone)
  const groups = counted?.groups ?? 0
  await record(ctx, {
    what: "lio.area_removed",
    subject: ["lio", ctx.lio.id],
    summary: `Removed ${name} from the areas served${groups > 0 ? `; ${groups} groups named it` : ""}`,
    from: { name, kind, code, groups },
  })
  return { name, groups }
}
