import "server-only"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { membershipTypes } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeMemberships } from "../policy"

const order = [asc(membershipTypes.position), asc(membershipTypes.createdAt), asc(membershipTypes.id)]

/** Every kind of membership, retired ones last, with how many memberships were ever begun by it. For staff. */
export async function listTypes(ctx: Ctx) {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can see this list."))
  const rows = await ctx.tx
    .select({
      type: membershipTypes,
      used: sql<number>`(select count(*)::int from memberships m where m.type_id = membership_types.id)`,
    })
    .from(membershipTypes)
    .orderBy(sql`${membershipTypes.retiredAt} is not null`, ...order)
  return rows.map(({ type, used }) => ({ ...type, used }))
}

/** The kinds that are in use. Anybody may know them. */
export async function listOpenTypes(ctx: Ctx, { toJoin = false } = {}) {
  return ctx.tx
    .select()
    .from(membershipTypes)
    .where(and(isNull(membershipTypes.retiredAt), toJoin ? eq(membershipTypes.openToJoin, true) : undefined))
    .orderBy(...order)
}

/** One kind of membership. */
export async function getType(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.select().from(membershipTypes).where(eq(membershipTypes.id, id))
  return found(row)
}
export type Type = Awaited<ReturnType<typeof getType>>
