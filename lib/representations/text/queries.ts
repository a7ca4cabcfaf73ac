import "server-only"
import { asc, eq } from "drizzle-orm"
import { paperParts } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadRepresentations } from "../policy"

/** The headings and paragraphs of a paper, in their order. For staff. */
export async function listParts(ctx: Ctx, representationId: string) {
  ensure(mayReadRepresentations(ctx.actor))
  return ctx.tx
    .select()
    .from(paperParts)
    .where(eq(paperParts.representationId, representationId))
    .orderBy(asc(paperParts.position), asc(paperParts.id))
}
