import "server-only"
import { eq } from "drizzle-orm"
import { people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"

type Row = typeof people.$inferSelect
/** What a merge changes on the person who stays. */
export type MergedFields = Partial<Pick<Row, "name" | "email" | "phone" | "channel" | "about" | "leftAt">>

/** Keeps what a merge, or taking it back, makes of the person who stays. */
export async function writeMerged(ctx: Ctx, id: string, fields: MergedFields) {
  if (Object.keys(fields).length > 0) await ctx.tx.update(people).set(fields).where(eq(people.id, id))
}

/** One of two entries goes up in the other: its address is free, and it counts as somebody who has left. */
export async function writeMergedInto(ctx: Ctx, gone: Row, keptId: string) {
  await ctx.tx
    .update(people)
    .set({ email: null, leftAt: gone.leftAt ?? ctx.now, mergedIntoId: keptId })
    .where(eq(people.id, gone.id))
}

/** An entry that went up in another is one of its own again; without its address if somebody has it by now. */
export async function writeSeparated(
  ctx: Ctx,
  id: string,
  { email, leftAt }: { email: string | null; leftAt: Date | null },
) {
  const [holder] = email
    ? await ctx.tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    : []
  await ctx.tx
    .update(people)
    .set({ email: holder ? null : email, leftAt, mergedIntoId: null })
    .where(eq(people.id, id))
}
