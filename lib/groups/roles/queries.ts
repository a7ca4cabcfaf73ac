import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { people, roles } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { heldOn } from "../../people/queries"
import { maySeeGroup } from "../policy"

/** The group's people with their roles, present ones first; past roles stay. */
export async function listRoles(ctx: Ctx, groupId: string) {
  found(maySeeGroup(ctx.actor, groupId) || null)
  return listRolesOf(ctx, [groupId])
}

/** The same of many groups, one after the other. Who may see them is settled before. */
export const listRolesOf = (ctx: Ctx, groupIds: string[]) =>
  ctx.tx
    .select({
      id: roles.id,
      groupId: roles.groupId,
      personId: people.id,
      name: people.name,
      email: people.email,
      phone: people.phone,
      channel: people.channel,
      role: roles.role,
      title: roles.title,
      speaks: roles.speaks,
      startedOn: roles.startedOn,
      endedOn: roles.endedOn,
      held: sql<boolean>`${heldOn(ctx)}`,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(isOneOf(roles.groupId, groupIds))
    .orderBy(asc(roles.groupId), sql`${heldOn(ctx)} desc`, asc(people.name), asc(roles.createdAt))
export type GroupRole = Awaited<ReturnType<typeof listRoles>>[number]
