import "server-only"
import { and, asc, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { listOwed, type Owed } from "../list/queries"
import { mayKeepMemberships } from "../policy"

/** A group among many, with what it owes. */
export type OneOfMany = { groupId: string; group: string; owed: Owed[] }

/** These groups by name, with what each owes; those that were removed are left out. */
export async function listForMany(ctx: Ctx, groupIds: string[]): Promise<OneOfMany[]> {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change memberships."))
  const [rows, owed] = await Promise.all([
    ctx.tx
      .select({ groupId: groups.id, group: groups.name })
      .from(groups)
      .where(and(isOneOf(groups.id, groupIds), isNull(groups.removedAt)))
      .orderBy(asc(groups.name)),
    listOwed(ctx, groupIds),
  ])
  return rows.map((row) => ({ ...row, owed: owed.get(row.groupId) ?? [] }))
}
