import "server-only"
import { and, eq } from "drizzle-orm"
import { lios, logos } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"

/** The LIO's own colour, and when its logo was saved; what the frame of each page needs. Public. */
export async function getLook(ctx: Ctx) {
  const [row] = await ctx.tx
    .select({ colour: lios.colour, logoAt: logos.savedAt })
    .from(lios)
    .leftJoin(logos, and(eq(logos.lioId, lios.id), eq(logos.kind, "logo")))
    .where(eq(lios.id, ctx.lio.id))
  const { colour, logoAt } = found(row)
  const { slug } = ctx.lio
  return {
    colour,
    logo: logoAt ? `/${slug}/logo?v=${logoAt.getTime().toString(36)}` : null,
    sheet: colour ? `/${slug}/look.css?v=${colour.slice(1)}` : null,
  }
}
export type Look = Awaited<ReturnType<typeof getLook>>

/** The LIO as its public pages show it: its address, name and look. */
export const getFace = async (ctx: Ctx) => ({
  slug: ctx.lio.slug,
  name: ctx.lio.name,
  look: await getLook(ctx),
})
/** The LIO as its public pages show it. */
export type Face = Awaited<ReturnType<typeof getFace>>

/** The logo itself. Public. */
export async function getLogo(ctx: Ctx) {
  const [row] = await ctx.tx.select().from(logos).where(eq(logos.kind, "logo"))
  return found(row)
}
