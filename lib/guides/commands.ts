import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { guides, hiddenGuides } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { colleague } from "../tasks/commands"
import { formatDate, say } from "../words"
import { type ConfirmGuide, type GuideOwner, reviewDay } from "./input"
import { mayShowGuides, mayWriteGuides } from "./policy"
import { getSharedGuide } from "./reading/queries"
import { getOwnGuide, getPublished } from "./writing/queries"

const ONLY_MANAGERS = say("Only a manager can change which guides are shown.")
const DONE = say("That is done already. Open the page again.")

/** Takes a guide of the installation off the LIO's pages. */
export async function hideGuide(ctx: Ctx, { slug }: { slug: string }): Promise<{ title: string }> {
  ensure(mayShowGuides(ctx.actor), ONLY_MANAGERS)
  const { title } = await getSharedGuide(ctx, slug)
  const [hidden] = await ctx.tx
    .insert(hiddenGuides)
    .values({ lioId: ctx.lio.id, slug, hiddenAt: ctx.now })
    .onConflictDoNothing()
    .returning({ slug: hiddenGuides.slug })
  if (!hidden) throw new RuleBroken(DONE)
  await record(ctx, {
    what: "guide.hidden",
    subject: ["guide", null],
    summary: say("Took the guide “{title}” off our pages", { title }),
  })
  return { title }
}

/** Shows a guide of the installation again. */
export async function showGuide(ctx: Ctx, { slug }: { slug: string }): Promise<{ title: string }> {
  ensure(mayShowGuides(ctx.actor), ONLY_MANAGERS)
  const { title } = await getSharedGuide(ctx, slug)
  const [shown] = await ctx.tx
    .delete(hiddenGuides)
    .where(eq(hiddenGuides.slug, slug))
    .returning({ slug: hiddenGuides.slug })
  if (!shown) throw new RuleBroken(DONE)
  await record(ctx, {
    what: "guide.shown",
    subject: ["guide", null],
    summary: say("Put the guide “{title}” back on our pages", { title }),
  })
  return { title }
}

/** An own guide's id, and what it is called: as it is being written, or else as it was published. */
async function ownTitled(ctx: Ctx, slug: string) {
  const { guide, draft } = await getOwnGuide(ctx, slug)
  return { id: guide.id, title: draft?.title ?? found(await getPublished(ctx, guide.id)).title }
}

/** Takes an own guide off the pages; its versions stay kept, and one of the installation's that it replaced is shown again. */
export async function retireGuide(ctx: Ctx, { slug }: { slug: string }): Promise<{ title: string }> {
  ensure(mayShowGuides(ctx.actor), ONLY_MANAGERS)
  const { id, title } = await ownTitled(ctx, slug)
  const [retired] = await ctx.tx
    .update(guides)
    .set({ retiredAt: ctx.now })
    .where(and(eq(guides.id, id), isNull(guides.retiredAt)))
    .returning({ id: guides.id })
  if (!retired) throw new RuleBroken(DONE)
  await record(ctx, {
    what: "guide.retired",
    subject: ["guide", id],
    summary: say("Retired the guide “{title}”", { title }),
  })
  return { title }
}

/** Puts a retired guide back on the pages, or goes on writing it. */
export async function restoreGuide(ctx: Ctx, { slug }: { slug: string }): Promise<{ title: string }> {
  ensure(mayShowGuides(ctx.actor), ONLY_MANAGERS)
  const { id, title } = await ownTitled(ctx, slug)
  const [back] = await ctx.tx
    .update(guides)
    .set({ retiredAt: null })
    .where(and(eq(guides.id, id), isNotNull(guides.retiredAt)))
    .returning({ id: guides.id })
  if (!back) throw new RuleBroken(DONE)
  await record(ctx, {
    what: "guide.restored",
    subject: ["guide", id],
    summary: say("Restored the guide “{title}”", { title }),
  })
  return { title }
}

/** Somebody has looked again and all is still right: readers see the day. */
export async function confirmGuide(ctx: Ctx, { slug, reviewOn }: ConfirmGuide): Promise<{ slug: string }> {
  ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can check guides."))
  const { guide } = await getOwnGuide(ctx, slug)
  if (guide.version === null) throw new RuleBroken(say("It isn’t published yet."))
  const next = reviewDay(ctx.today, reviewOn)
  await ctx.tx
    .update(guides)
    .set({ checkedOn: ctx.today, reviewOn: next, reviewTaskFor: null })
    .where(eq(guides.id, guide.id))
  const { title } = found(await getPublished(ctx, guide.id))
  await record(ctx, {
    what: "guide.confirmed",
    subject: ["guide", guide.id],
    summary: say("Said that the guide “{title}” is still right, to be checked again by {day}", {
      title,
      day: formatDate(next),
    }),
  })
  return { slug }
}

/** Says who looks after a guide. */
export async function giveGuide(ctx: Ctx, { slug, ownerId }: GuideOwner): Promise<{ slug: string }> {
  ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can write guides."))
  const { guide } = await getOwnGuide(ctx, slug)
  const who = await colleague(ctx, ownerId, "ownerId")
  await ctx.tx
    .update(guides)
    .set({ ownerId: who?.id ?? null })
    .where(eq(guides.id, guide.id))
  await record(ctx, {
    what: "guide.given",
    subject: ["guide", guide.id],
    summary: who
      ? say("{name} looks after the guide {slug} now", { name: who.name, slug })
      : say("Nobody looks after the guide {slug} now", { slug }),
    about: { personIds: [ownerId] },
  })
  return { slug }
}
