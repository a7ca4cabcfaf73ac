import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { maySeeGroups } from "../policy"
import type { Register } from "./numbers"

/** Another group of the LIO that has one of a group's numbers. */
export type SharedNumber = { register: Register; value: string; id: string; name: string }

/** Which other groups have a number of this group. Only for staff: a group does not hear of others. */
export async function listShared(ctx: Ctx, groupId: string): Promise<SharedNumber[]> {
  if (!maySeeGroups(ctx.actor)) return []
  return [
    ...(await ctx.tx.execute<SharedNumber>(sql`
      select distinct o.register, o.value, g.id, g.name from group_identifiers i
      join group_identifiers o on o.register = i.register and o.value = i.value and o.group_id <> i.group_id
      join groups g on g.id = o.group_id and g.removed_at is null
      where i.group_id = ${groupId} and i.register <> 'local' order by g.name limit 20`)),
  ]
}
