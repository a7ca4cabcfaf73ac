import "server-only"
import { asc, eq, isNull, ne } from "drizzle-orm"
import { lios, pathways, sharedPathways } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeEnquiries } from "../policy"
import type { STARTER } from "./words"

const guard = (ctx: Ctx) => ensure(maySeeEnquiries(ctx.actor), say("Only staff can see pathways."))

/** The pathways that an enquiry may be begun on, by name. */
export async function listPathways(ctx: Ctx) {
  guard(ctx)
  return ctx.tx
    .select()
    .from(pathways)
    .where(isNull(pathways.retiredAt))
    .orderBy(asc(pathways.name), asc(pathways.createdAt))
}

/** One pathway. NotFound. */
export async function getPathway(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(pathways).where(eq(pathways.id, id))
  return found(row)
}

/** The pathways that other LIOs of the installation share, by name. */
export async function listSharedPathways(ctx: Ctx) {
  guard(ctx)
  return ctx.tx
    .select({
      id: sharedPathways.id,
      name: sharedPathways.name,
      steps: sharedPathways.steps,
      by: lios.name,
    })
    .from(sharedPathways)
    .innerJoin(lios, eq(lios.id, sharedPathways.lioId))
    .where(ne(sharedPathways.lioId, ctx.lio.id))
    .orderBy(asc(sharedPathways.name), asc(lios.name), asc(sharedPathways.id))
}

/** Whether there are other LIOs in the installation to share with. */
export async function hasNeighbours(ctx: Ctx): Promise<boolean> {
  guard(ctx)
  const [other] = await ctx.tx.select({ id: lios.id }).from(lios).where(ne(lios.id, ctx.lio.id)).limit(1)
  return other !== undefined
}

/** A pathway as a file that another LIO can take: its name and its steps, with nothing of this one. */
export const asFile = ({ name, steps }: { name: string; steps: typeof STARTER.steps }) =>
  JSON.stringify({ trellis: "pathway", version: 1, name, steps }, null, 2)
