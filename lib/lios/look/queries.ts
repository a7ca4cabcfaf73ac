import "server-only"
import { and, eq } from "drizzle-orm"
import { lios, logos } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"

/** The LIO as the frame of each page shows it: its address, name and look, and whom to ring. Public. */
export async function getFace(ctx: Ctx) {
  const { id, slug, name } = ctx.lio
  const [row] = await ctx.tx
    .select({
      colour: lios.colour,
      logoAt: logos.savedAt,
      contact: { name: lios.contactName, phone: lios.phone, email: lios.email },
    })
    .from(lios)
    .leftJoin(logos, and(eq(logos.lioId, lios.id), eq(logos.kind, "logo")))
    .where(eq(lios.id, id))
  const { colour, logoAt, contact } = found(row)
  const look = {
    colour,
    logo: logoAt ? `/${slug}/logo?v=${logoAt.getTime().toString(36)}` : null,
    sheet: colour ? `/${slug}/look.css?v=${colour.slice(1)}` : null,
  }
  return { slug, name, look, contact }
}
/** The LIO as the frame of each page shows it. */
export type Face = Awaited<ReturnType<typeof getFace>>

/** The LIO's own colour, and the addresses of its logo and style sheet. Public. */
export const getLook = async (ctx: Ctx) => (await getFace(ctx)).look

/** The logo itself. Public. */
export async function getLogo(ctx: Ctx) {
  const [row] = await ctx.tx.select().from(logos).where(eq(logos.kind, "logo"))
  return found(row)
}
