import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { pathways } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { listGuides } from "../../guides/reading/queries"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepEnquiries } from "../policy"
import { type AddPathway, type ChangePathway, pathwayIn, type SharePathway } from "./input"
import { listSharedPathways } from "./queries"

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

/** Lets the other LIOs of the installation take a pathway, or no longer: its name and its steps, nothing else. */
export async function sharePathway(ctx: Ctx, { id, shared }: SharePathway) {
  guard(ctx)
  const [row] = await ctx.tx
    .update(pathways)
    .set({ sharedAt: shared ? ctx.now : null })
    .where(and(eq(pathways.id, id), isNull(pathways.retiredAt)))
    .returning({ name: pathways.name })
  const { name } = found(row)
  await record(ctx, {
    what: shared ? "pathway.shared" : "pathway.unshared",
    subject: ["pathway", id],
    summary: shared
      ? say("Shared the pathway “{name}” with the other organisations here", { name })
      : say("Stopped sharing the pathway “{name}”", { name }),
  })
  return { name, shared }
}

/** A pathway from elsewhere. A guide that this LIO doesn't have is left out of its step. */
async function bringIn(ctx: Ctx, { name, steps }: AddPathway) {
  const guides = new Set((await listGuides(ctx)).map(({ slug }) => slug))
  return addPathway(ctx, {
    name,
    steps: steps.map((step) => ({
      ...step,
      guide: step.guide && guides.has(step.guide) ? step.guide : null,
    })),
  })
}

/** Brings in a pathway from the bytes of its file. RuleBroken when they are none. */
export async function bringInPathway(ctx: Ctx, bytes: Uint8Array) {
  guard(ctx)
  return bringIn(ctx, pathwayIn(bytes))
}

/** Takes over a pathway that another LIO of the installation shares; what they change later doesn't change it. */
export async function takePathway(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  return bringIn(ctx, found((await listSharedPathways(ctx)).find((one) => one.id === id)))
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
