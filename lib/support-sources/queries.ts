import "server-only"
import { asc, eq, isNotNull } from "drizzle-orm"
import { supportSources } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { mayKeepSources } from "./policy"

/** Who else helps groups here, as the LIO publishes it. Public. */
export async function listPublishedSources(ctx: Ctx) {
  return ctx.tx
    .select()
    .from(supportSources)
    .where(isNotNull(supportSources.publishedAt))
    .orderBy(asc(supportSources.name))
}
export type Source = Awaited<ReturnType<typeof listPublishedSources>>[number]

const guard = (ctx: Ctx) =>
  ensure(mayKeepSources(ctx.actor), say("Only a manager can change other sources of support."))

/** All of them, those that nobody sees yet among them. */
export async function listSources(ctx: Ctx) {
  guard(ctx)
  return ctx.tx.select().from(supportSources).orderBy(asc(supportSources.name))
}

/** One of them, to change it. */
export async function getSource(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(supportSources).where(eq(supportSources.id, id))
  return found(row)
}
