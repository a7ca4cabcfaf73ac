import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { resources, resourceTerms } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { monthsAfter } from "../days"
import { ensure, found, RuleBroken } from "../errors"
import { followAudience } from "../files/audience/commands"
import { record } from "../journal/commands"
import { colleague } from "../tasks/commands"
import { formatDate, say } from "../words"
import type { AddResource, ChangeResource } from "./input"
import { mayKeepResources } from "./policy"
import { asTyped } from "./words"

const REVIEW_MONTHS = 12

const guard = (ctx: Ctx) =>
  ensure(mayKeepResources(ctx.actor), say("Only workers and managers can change resources."))

/** The day of the next review: a year on where none was chosen. A new one must be to come; one that stands already may be over. */
function reviewDay(ctx: Ctx, chosen: string | null, before?: string): string {
  if (chosen && chosen !== before && chosen <= ctx.today)
    throw new RuleBroken(say("Choose a day that is still to come."), "reviewOn")
  return chosen ?? before ?? monthsAfter(ctx.today, REVIEW_MONTHS)
}

async function writeTerms(ctx: Ctx, id: string, termIds: string[]) {
  await ctx.tx.delete(resourceTerms).where(eq(resourceTerms.resourceId, id))
  if (termIds.length > 0)
    await ctx.tx.execute(sql`
      insert into resource_terms (lio_id, resource_id, term_id)
      select ${ctx.lio.id}::uuid, ${id}::uuid, t.id from terms t where t.list = 'theme' and t.id = any (${sql.param(termIds)}::uuid[])`)
}

/** A resource for whoever may change it, kept from others until this is done. */
async function lockResource(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(resources).where(eq(resources.id, id)).for("update")
  return found(row)
}

/** Adds a resource to the library. */
export async function addResource(ctx: Ctx, input: AddResource): Promise<{ id: string; title: string }> {
  guard(ctx)
  const { termIds, reviewOn, ...fields } = input
  await colleague(ctx, input.ownerId, "ownerId")
  const [made] = await ctx.tx
    .insert(resources)
    .values({
      ...fields,
      lioId: ctx.lio.id,
      reviewOn: reviewDay(ctx, reviewOn),
      audience: input.openTo,
      addedAt: ctx.now,
      addedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: resources.id, title: resources.title })
  const { id, title } = found(made)
  await writeTerms(ctx, id, termIds)
  await record(ctx, {
    what: "resource.added",
    subject: ["resource", id],
    summary: say("Added a resource: {title}", { title }),
    about: { personIds: [input.ownerId] },
  })
  return { id, title }
}

/** What stands now where somebody saved the resource after the form was opened. */
function overtaken(now: typeof resources.$inferSelect, input: ChangeResource) {
  const theirs: Record<string, string> = { seen: now.changedAt?.toISOString() ?? "" }
  for (const field of ["title", "summary", "link", "kind", "openTo", "reviewOn"] as const)
    if (now[field] !== input[field]) theirs[field] = asTyped(field, now[field] ?? "")
  return new RuleBroken(
    say(
      "Somebody changed this resource while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
    ),
    "title",
    theirs,
  )
}

/** Says a resource better. Its files go with it where other people can open it from now on. Refused when somebody saved it after the page was opened. */
export async function changeResource(ctx: Ctx, input: ChangeResource): Promise<{ id: string }> {
  const before = await lockResource(ctx, input.id)
  if ((before.changedAt?.toISOString() ?? "") !== input.seen) throw overtaken(before, input)
  const { id, seen: _, termIds, ...fields } = input
  if (fields.ownerId !== before.ownerId) await colleague(ctx, fields.ownerId, "ownerId")
  const to = {
    ...fields,
    reviewOn: reviewDay(ctx, input.reviewOn, before.reviewOn),
    audience: before.retiredAt ? "staff" : input.openTo,
  }
  const tried = before.link === input.link ? {} : { linkTriedAt: null, linkFailures: 0 }
  await ctx.tx
    .update(resources)
    .set({ ...to, ...tried, changedAt: ctx.now })
    .where(eq(resources.id, id))
  await writeTerms(ctx, id, termIds)
  await followAudience(ctx, { kind: "resource", id, from: before.audience, to: to.audience })
  const { title, kind, link, openTo, reviewOn } = before
  await record(ctx, {
    what: "resource.changed",
    subject: ["resource", id],
    summary: say("Changed the resource: {title}", { title: input.title }),
    from: { title, kind, link, openTo, reviewOn },
    to: { title: to.title, kind: to.kind, link: to.link, openTo: to.openTo, reviewOn: to.reviewOn },
    about: { personIds: [before.ownerId, input.ownerId] },
  })
  return { id }
}

/** Somebody has looked and all is still right: the next review is a year from now. */
export async function checkResource(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; reviewOn: string }> {
  const { title, retiredAt } = await lockResource(ctx, id)
  if (retiredAt) throw new RuleBroken(say("This resource is retired. Restore it first."))
  const reviewOn = monthsAfter(ctx.today, REVIEW_MONTHS)
  await ctx.tx
    .update(resources)
    .set({ checkedOn: ctx.today, reviewOn, reviewTaskFor: null })
    .where(eq(resources.id, id))
  await record(ctx, {
    what: "resource.checked",
    subject: ["resource", id],
    summary: say("Checked the resource “{title}”: it’s still right. Next review by {day}.", {
      title,
      day: formatDate(reviewOn),
    }),
  })
  return { id, reviewOn }
}

/** Retires a resource: from then on only staff find it, with its files. */
export async function retireResource(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; title: string }> {
  const { title, audience } = await lockResource(ctx, id)
  const [retired] = await ctx.tx
    .update(resources)
    .set({ retiredAt: ctx.now, audience: "staff" })
    .where(and(eq(resources.id, id), isNull(resources.retiredAt)))
    .returning({ id: resources.id })
  if (!retired) throw new RuleBroken(say("This resource is retired already."))
  await followAudience(ctx, { kind: "resource", id, from: audience, to: "staff" })
  await record(ctx, {
    what: "resource.retired",
    subject: ["resource", id],
    summary: say("Retired the resource: {title}", { title }),
  })
  return { id, title }
}

/** Restores a retired resource, for those who could open it before. */
export async function restoreResource(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; title: string }> {
  const { title, openTo } = await lockResource(ctx, id)
  const [restored] = await ctx.tx
    .update(resources)
    .set({ retiredAt: null, audience: openTo })
    .where(and(eq(resources.id, id), isNotNull(resources.retiredAt)))
    .returning({ id: resources.id })
  if (!restored) throw new RuleBroken(say("This resource is in use already."))
  await followAudience(ctx, { kind: "resource", id, from: "staff", to: openTo })
  await record(ctx, {
    what: "resource.restored",
    subject: ["resource", id],
    summary: say("Restored the resource: {title}", { title }),
  })
  return { id, title }
}
