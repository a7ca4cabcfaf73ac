import "server-only"
import { and, asc, eq, isNull, ne } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, people, staff } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { Option } from "../../access/list-type"

/** Everybody who works here or has worked here, by name: whose sessions and tasks there are. */
export const staffOptions = (ctx: Ctx): Promise<Option[]> =>
  ctx.tx
    .select({ value: people.id, label: people.name })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .orderBy(asc(people.name))

/** Who works here now and may be given something to do, by name. */
export const colleagueOptions = (ctx: Ctx): Promise<Option[]> =>
  ctx.tx
    .select({ value: people.id, label: people.name })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(and(isNull(staff.endedAt), ne(staff.level, "viewer")))
    .orderBy(asc(people.name))

/** The names of groups that a link asks for; nothing is read where it asks for none. */
export const groupOptions = async (ctx: Ctx, ids: string[]): Promise<Option[]> =>
  ids.length === 0
    ? []
    : ctx.tx.select({ value: groups.id, label: groups.name }).from(groups).where(isOneOf(groups.id, ids))
