import "server-only"
import { and, desc, eq } from "drizzle-orm"
import { lios, paperSignOffs } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import type { Published } from "../paper"

/** What this LIO has chosen for its papers: whether they are signed off, and whether anybody may read the scorecard. */
export async function getPaperOptions(ctx: Ctx) {
  const [row] = await ctx.tx
    .select({ papersSignedOff: lios.papersSignedOff, scorecardPublic: lios.scorecardPublic })
    .from(lios)
    .where(eq(lios.id, ctx.lio.id))
  return found(row)
}

/** Whether this LIO’s papers are signed off before they are published. */
export const needsSignOff = async (ctx: Ctx): Promise<boolean> => (await getPaperOptions(ctx)).papersSignedOff

/** Who signed off just these words; null when nobody did. */
export async function findSignOff(ctx: Ctx, id: string, digest: string): Promise<Published["signedOff"]> {
  const [row] = await ctx.tx
    .select({ who: paperSignOffs.who, on: paperSignOffs.on, minute: paperSignOffs.minute })
    .from(paperSignOffs)
    .where(and(eq(paperSignOffs.representationId, id), eq(paperSignOffs.digest, digest)))
    .orderBy(desc(paperSignOffs.enteredAt))
    .limit(1)
  return row ?? null
}
