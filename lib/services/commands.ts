import "server-only"
import { eq, sql } from "drizzle-orm"
import { services } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { movedIn } from "../order/input"
import { placesOf } from "../order/rows"
import { say } from "../words"
import type { ChangeService, ServiceFields, SetService } from "./input"
import { mayKeepServices } from "./policy"
import { getService, listServices, statusOf } from "./queries"

const guard = (ctx: Ctx) => ensure(mayKeepServices(ctx.actor), say("Only a manager can change the services."))
type Made = { id: string; name: string }

/** Adds a service at the end of the catalogue; nobody but staff sees it until it is published. */
export async function addService(ctx: Ctx, input: ServiceFields): Promise<Made> {
  guard(ctx)
  const [made] = await ctx.tx
    .insert(services)
    .values({
      ...input,
      lioId: ctx.lio.id,
      position: sql`(select coalesce(max(position), 0) + 1 from services)`,
      createdAt: ctx.now,
    })
    .returning({ id: services.id, name: services.name })
  const service = found(made)
  await record(ctx, {
    what: "service.added",
    subject: ["service", service.id],
    summary: say("Added the service {service}", { service: service.name }),
    to: input,
  })
  return service
}

/** Changes what is said of a service. */
export async function changeService(ctx: Ctx, { id, ...fields }: ChangeService): Promise<Made> {
  guard(ctx)
  const before = await getService(ctx, id)
  const changed = (Object.keys(fields) as (keyof ServiceFields)[]).filter(
    (field) => before[field] !== fields[field],
  )
  if (changed.length === 0) return before
  await ctx.tx.update(services).set(fields).where(eq(services.id, id))
  await record(ctx, {
    what: "service.changed",
    subject: ["service", id],
    summary: say("Changed the service {fields}", { fields: fields.name }),
    from: Object.fromEntries(changed.map((field) => [field, before[field]])),
    to: Object.fromEntries(changed.map((field) => [field, fields[field]])),
  })
  return { id, name: fields.name }
}

const EVENTS = {
  published: "service.published",
  draft: "service.unpublished",
  retired: "service.retired",
} as const
const SUMMARIES = {
  published: say("Published the service"),
  draft: say("Took the service off the public page:"),
  retired: say("Retired the service"),
}

/** Publishes a service, takes it off the public page, or retires it: its past stays. */
export async function setService(ctx: Ctx, { id, to }: SetService): Promise<Made & Pick<SetService, "to">> {
  guard(ctx)
  const before = await getService(ctx, id)
  if (statusOf(before) === to) throw new RuleBroken(say("That is done already. Open the page again."))
  if (to === "published" && !before.about && !before.forWhom)
    throw new RuleBroken(say("Say what it is or who it’s for first. Groups read it on the public page."))
  const { name } = before
  await ctx.tx
    .update(services)
    .set({
      publishedAt: to === "published" ? ctx.now : to === "draft" ? null : before.publishedAt,
      retiredAt: to === "retired" ? ctx.now : null,
    })
    .where(eq(services.id, id))
  await record(ctx, {
    what: EVENTS[to],
    subject: ["service", id],
    summary: `${SUMMARIES[to]} ${name}`,
    from: { standing: statusOf(before) },
    to: { standing: to },
  })
  return { id, name, to }
}

/** Moves a service one place up or down. */
export async function moveService(
  ctx: Ctx,
  { id, where }: { id: string; where: "up" | "down" },
): Promise<Made> {
  guard(ctx)
  const all = (await listServices(ctx)).filter(({ retiredAt }) => retiredAt === null)
  const moved = found(all.find((service) => service.id === id))
  const order = movedIn(
    all.map((service) => service.id),
    { id, way: where },
  )
  if (order) {
    await ctx.tx.execute(
      sql`update services s set position = o.place from ${placesOf(order)} where s.id = o.id`,
    )
  }
  return { id, name: moved.name }
}
