import "server-only"
import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { groups, people, roles } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { Listing } from "../access/list-type"
import { isHeld, speaksFor } from "../access/may"
import { ensure, found } from "../errors"
import { firstValue } from "../lists/input"
import { conditionOf } from "../lists/queries"
import { say } from "../words"
import { peopleList } from "./filters"
import { maySeePeople, type Standing } from "./policy"

/** Whether a dated role is held today, in a query on `roles`. */
export const heldOn = (ctx: Ctx) => isHeld(ctx, sql`${roles}`)

/** Drizzle leaves table names out of a query on one table, so a subquery in it must name its own. */
const presentRoles = (
  ctx: Ctx,
  what: SQL,
) => sql`(select ${what} from roles r join groups g on g.id = r.group_id
  where r.person_id = people.id and ${isHeld(ctx)})`

/** Where somebody stands: their present groups and whether they are staff. NotFound for who is not known here. */
export async function getMembershipStatus(
  ctx: Ctx,
  id: string,
): Promise<Standing & { name: string; email: string | null }> {
  const [person] = await ctx.tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      onStaff: sql<boolean>`exists (select from staff s where s.person_id = people.id and s.ended_at is null)`,
      groupIds: sql<string[]>`coalesce(${presentRoles(ctx, sql`json_agg(distinct g.id)`)}, '[]')`,
    })
    .from(people)
    .where(eq(people.id, id))
  return found(person)
}

/**
 * A person with all their roles, past ones too. Members see themselves and the people of their own groups, without the
 * staff's notes.
 */
export async function getPerson(ctx: Ctx, id: string) {
  const standing = await getMembershipStatus(ctx, id)
  const self = "personId" in ctx.actor && ctx.actor.personId === id
  const near =
    ctx.actor.kind === "member" && standing.groupIds.some((groupId) => speaksFor(ctx.actor, groupId))
  found(maySeePeople(ctx.actor) || (ctx.actor.kind === "member" && self) || near || null)
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, id))
  const places = await ctx.tx
    .select({
      id: roles.id,
      groupId: groups.id,
      group: groups.name,
      role: roles.role,
      title: roles.title,
      speaks: roles.speaks,
      startedOn: roles.startedOn,
      endedOn: roles.endedOn,
      main: sql<boolean>`coalesce(${groups.mainContactId} = ${roles.personId}, false)`,
      held: sql<boolean>`${heldOn(ctx)}`,
    })
    .from(roles)
    .innerJoin(groups, and(eq(groups.id, roles.groupId), isNull(groups.removedAt)))
    .where(eq(roles.personId, id))
    .orderBy(sql`${heldOn(ctx)} desc`, asc(groups.name), asc(roles.startedOn))
  const seen =
    maySeePeople(ctx.actor) || self ? places : places.filter((place) => speaksFor(ctx.actor, place.groupId))
  const kept = found(person)
  const about = maySeePeople(ctx.actor) ? kept.about : null
  return { ...kept, about, onStaff: standing.onStaff, groupIds: standing.groupIds, roles: seen }
}

/** How many people are on a page. */
export const PEOPLE_PAGE = 50

/** Which people a list has. `loosely` forgives spelling. */
export const listedWhere = (ctx: Ctx, listing: Listing, loosely: boolean) =>
  and(isNull(people.mergedIntoId), conditionOf(ctx, peopleList.filters, listing, loosely))

/** The names of somebody's present groups, in a query on people. */
export const groupNames = (ctx: Ctx, between = ", ") =>
  sql<string | null>`${presentRoles(ctx, sql`string_agg(distinct g.name, ${between})`)}`

/** The people of a list, by name, 50 at a time; spelling is forgiven when nothing else is found (`loosely` then says so). */
export async function listPeople(ctx: Ctx, listing: Listing) {
  ensure(maySeePeople(ctx.actor), say("Only staff can look through people."))
  const matches = async (loosely: boolean) => {
    const where = listedWhere(ctx, listing, loosely)
    const [counted] = await ctx.tx.select({ total: sql<number>`count(*)::int` }).from(people).where(where)
    const rows = await ctx.tx
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        phone: people.phone,
        groups: groupNames(ctx),
      })
      .from(people)
      .where(where)
      .orderBy(asc(people.name), asc(people.id))
      .limit(PEOPLE_PAGE)
      .offset((listing.page - 1) * PEOPLE_PAGE)
    return { rows, total: counted?.total ?? 0, loosely }
  }
  const exact = await matches(false)
  return exact.total > 0 || !firstValue(listing, "q") ? exact : matches(true)
}
