import "server-only"
import { and, eq } from "drizzle-orm"
import { files } from "@/db/schema"
import type { Ctx } from "../../access/ctx"

type Following = { kind: string; id: string; from: string; to: string }

/** The files on a thing whose readers change go with it, where they had the same readers. Who may is settled by its room. */
export async function followAudience(ctx: Ctx, { kind, id, from, to }: Following): Promise<void> {
  await ctx.tx
    .update(files)
    .set({ audience: to })
    .where(and(eq(files.onKind, kind), eq(files.onId, id), eq(files.audience, from)))
}
