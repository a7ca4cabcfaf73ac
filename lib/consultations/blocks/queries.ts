import "server-only"
import { asc } from "drizzle-orm"
import { questionBlocks } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayKeepConsultations, maySeeAll } from "../policy"

/** Every block of questions of the LIO, by name, and whether the asker may change them. For staff. */
export async function listBlocks(ctx: Ctx) {
  ensure(maySeeAll(ctx.actor))
  const blocks = await ctx.tx
    .select({ id: questionBlocks.id, name: questionBlocks.name, questions: questionBlocks.questions })
    .from(questionBlocks)
    .orderBy(asc(questionBlocks.name))
  return { blocks, keeps: mayKeepConsultations(ctx.actor) }
}
export type Block = Awaited<ReturnType<typeof listBlocks>>["blocks"][number]
