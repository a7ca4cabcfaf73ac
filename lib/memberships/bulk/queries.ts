import "server-only"
import { and, asc, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { linesOf } from "../../membership-status/queries"
import { shortLineOf } from "../../membership-status/words"
import { say } from "../../words"
import { listOwed, type Owed } from "../list/queries"
import { mayKeepMemberships } from "../policy"

/** A group among many, with its membership in a few words and what it owes. */
export type OneOfMany = { groupId: string; group: string; line: string; owed: Owed[] }

/** These groups by name, each with its membership and what it owes; those that were removed are left out. */
export async function listForMany(ctx: Ctx, groupIds: string[]): Promise<OneOfMany[]> {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change memberships."))
  const [rows, owed, lines] = await Promise.all([
    ctx.tx
      .select({ groupId: groups.id, group: groups.name })
      .from(groups)
      .where(and(isOneOf(groups.id, groupIds), isNull(groups.removedAt)))
      .orderBy(asc(groups.name)),
    listOwed(ctx, groupIds),
    linesOf(ctx, groupIds, shortLineOf),
  ])
  return rows.map((row) => ({
    ...row,
    line: lines.get(row.groupId) ?? "",
    owed: owed.get(row.groupId) ?? [],
  }))
}
