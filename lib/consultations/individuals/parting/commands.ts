import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { individualAnswers } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"

/** At closing: what was never confirmed goes, and so do all addresses. */
export async function partFromPeople(ctx: Ctx, consultationId: string) {
  await ctx.tx
    .delete(individualAnswers)
    .where(and(eq(individualAnswers.consultationId, consultationId), isNull(individualAnswers.answers)))
  await ctx.tx
    .update(individualAnswers)
    .set({ email: null, typed: {} })
    .where(eq(individualAnswers.consultationId, consultationId))
}

/** When it is stopped: nothing that people said for themselves is kept. */
export async function forgetPeople(ctx: Ctx, consultationId: string) {
  await ctx.tx.delete(individualAnswers).where(eq(individualAnswers.consultationId, consultationId))
}
