import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { files } from "@/db/schema"
import type { Ctx } from "../../access/ctx"

/** Removes the files on things that are themselves gone for good. Who may is settled by their room. */
export async function removeFilesOf(ctx: Ctx, { kind, ids }: { kind: string; ids: string[] }): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .update(files)
    .set({ removedAt: ctx.now })
    .where(and(eq(files.onKind, kind), isOneOf(files.onId, ids), isNull(files.removedAt)))
}
