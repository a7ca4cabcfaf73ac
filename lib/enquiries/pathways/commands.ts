import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { pathways } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepEnquiries } from "../policy"
import type { AddPathway, ChangePathway } from "./input"

const guard = (ctx: Ctx) =>
  ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can change pathways."))

/** Keeps a pathway: the usual steps from an idea to a group. */
export async function addPathway(
  ctx: Ctx,
  { name, steps }: AddPathway,
): Promise<{ id: string; name: string }> {
  guard(ctx)
  const [made] = await ctx.tx
    .insert(pathways)
    .values({ lioId: ctx.lio.id, name, steps, createdAt: ctx.now })
    .returning({ id: pathways.id, name: pathways.name })
  const pathway = found(made)
  await record(ctx, {
    what: "pathway.added",
    subject: ["pathway", pathway.id],
    summary: say("Added the pathway “{name}”", { name }),
  })
  return pathway
}

/** Changes a pathway. Enquiries that were begun on it keep their steps. Refused when somebody saved it meanwhile. */
export async function changePathway(ctx: Ctx, { id, seen, name, steps }: ChangePathway) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(pathways).where(eq(pathways.id, id)).for("update")
  const before = found(row)
  if ((before.changedAt?.toISOString() ?? "") !== seen)
    throw new RuleBroken(
      say("Somebody changed this pathway while you were typing. Save again to put yours in its place."),
      "name",
      { name: before.name, seen: before.changedAt?.toISOString() ?? "" },
    )
  await ctx.tx.update(pathways).set({ name, steps, changedAt: ctx.now }).where(eq(pathways.id, id))
  await record(ctx, {
    what: "pathway.changed",
    subject: ["pathway", id],
    summary: say("Changed the pathway “{name}”", { name }),
    from: { name: before.name, steps: before.steps },
    to: { name, steps },
  })
  return { id, name }
}

/** Offers a pathway no more. Enquiries that are on it go on. */
export async function retirePathway(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const [gone] = await ctx.tx
    .update(pathways)
    .set({ retiredAt: ctx.now })
    .where(and(eq(pathways.id, id), isNull(pathways.retiredAt)))
    .returning({ id: pathways.id, name: pathways.name })
  const pathway = found(gone)
  await record(ctx, {
    what: "pathway.retired",
    subject: ["pathway", id],
    summary: say("Took the pathway “{name}” off the list", { name: pathway.name }),
  })
  return pathway
}
