import "server-only"
import { desc, eq } from "drizzle-orm"
import { guideRemarks } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { maySeeGuides } from "../policy"

const MOST = 50

/** What readers wrote of a guide, newest first, fifty at most. */
export async function listRemarks(ctx: Ctx, slug: string) {
  ensure(maySeeGuides(ctx.actor))
  return ctx.tx
    .select()
    .from(guideRemarks)
    .where(eq(guideRemarks.slug, slug))
    .orderBy(desc(guideRemarks.saidAt))
    .limit(MOST)
}
