import "server-only"
import { and, desc, eq } from "drizzle-orm"
import { lios, paperSignOffs } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { Published } from "../paper"

/** Whether this LIO’s papers are signed off before they are published. */
export async function needsSignOff(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx.select({ yes: lios.papersSignedOff }).from(lios).where(eq(lios.id, ctx.lio.id))
  return row?.yes ?? false
}

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
