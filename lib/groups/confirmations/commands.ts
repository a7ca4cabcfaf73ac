import "server-only"
import { eq } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"

/** Keeps who said on which day that all details of a group are right. Who may is settled before. */
export async function writeConfirmation(ctx: Ctx, id: string, { on, by }: { on: string; by: string }) {
  await ctx.tx.update(groups).set({ confirmedOn: on, confirmedBy: by }).where(eq(groups.id, id))
}

/** Keeps on which day groups were asked whether all their details are right. */
export async function writeAsked(ctx: Ctx, ids: string[], on: string) {
  await ctx.tx.update(groups).set({ confirmAskedOn: on }).where(isOneOf(groups.id, ids))
}
