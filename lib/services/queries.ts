import "server-only"
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { services } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { mayKeepServices } from "./policy"

const inOrder = [asc(services.position), asc(services.name)]

/** What the LIO does for groups, in its own order. Public. */
export async function listPublishedServices(ctx: Ctx) {
  return ctx.tx
    .select()
    .from(services)
    .where(and(isNotNull(services.publishedAt), isNull(services.retiredAt)))
    .orderBy(...inOrder)
}
export type Service = Awaited<ReturnType<typeof listPublishedServices>>[number]

/** Where a service stands. */
export const statusOf = ({ publishedAt, retiredAt }: Pick<Service, "publishedAt" | "retiredAt">) =>
  retiredAt ? ("retired" as const) : publishedAt ? ("published" as const) : ("draft" as const)

const guard = (ctx: Ctx) => ensure(mayKeepServices(ctx.actor), say("Only a manager can change the services."))

/** The whole catalogue: retired ones last. */
export async function listServices(ctx: Ctx) {
  guard(ctx)
  return ctx.tx
    .select()
    .from(services)
    .orderBy(sql`(${services.retiredAt} is not null)`, ...inOrder)
}

/** One service, to change it. */
export async function getService(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(services).where(eq(services.id, id))
  return found(row)
}

/** How many services stand on the public page. */
export async function countServices(ctx: Ctx) {
  const [row] = await ctx.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(services)
    .where(and(isNotNull(services.publishedAt), isNull(services.retiredAt)))
  return row?.count ?? 0
}
