import "server-only"
import { and, asc, eq, isNull, ne, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, people, staff, terms } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { Option } from "../../access/list-type"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { MOST_TICKED } from "../input"

/** Everybody who works here or has worked here, by name: whose sessions and tasks there are. */
export const staffOptions = (ctx: Ctx): Promise<Option[]> =>
  ctx.tx
    .select({ value: people.id, label: people.name })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .orderBy(asc(people.name))

/** Groups that were ticked for one act. RuleBroken when there are none, too many, or one that is gone since. */
export async function tickedGroups(ctx: Ctx, ids: string[]): Promise<string[]> {
  const ticked = [...new Set(ids)]
  if (ticked.length === 0 || ticked.length > MOST_TICKED)
    throw new RuleBroken(say("Choose between one and {most} groups.", { most: MOST_TICKED }))
  const there = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(isOneOf(groups.id, ticked), isNull(groups.removedAt)))
  if (there.length < ticked.length)
    throw new RuleBroken(
      say("One of the groups isn’t on your list any more. Go back to the list and choose again."),
    )
  return ticked
}

/** Staff who may be given something to do: not those who only look on. */
export const isColleague = and(isNull(staff.endedAt), ne(staff.level, "viewer"))

/** The person of this id, as long as they work here and may be given something to do; otherwise nobody. */
export const stillHere = (personId: SQL) => sql<string | null>`(select s.person_id from staff s
  where s.person_id = ${personId} and s.ended_at is null and s.level <> 'viewer')`

/** Who works here now and may be given something to do, by name. */
export const colleagueOptions = (ctx: Ctx): Promise<Option[]> =>
  ctx.tx
    .select({ value: people.id, label: people.name })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(isColleague)
    .orderBy(asc(people.name))

/** The themes that something new may be about, by name. */
export const themeOptions = (ctx: Ctx): Promise<Option[]> =>
  ctx.tx
    .select({ value: terms.id, label: terms.name })
    .from(terms)
    .where(and(eq(terms.list, "theme"), isNull(terms.retiredAt), isNull(terms.mergedIntoId)))
    .orderBy(asc(terms.name))

/** Whether somebody works here now and may be given something to do. */
export async function isColleagueNow(ctx: Ctx, personId: string | null): Promise<boolean> {
  if (!personId) return false
  return (await ctx.tx.$count(staff, and(eq(staff.personId, personId), isColleague))) > 0
}

/** The names of groups that a link asks for; nothing is read where it asks for none. */
export const groupOptions = async (ctx: Ctx, ids: string[]): Promise<Option[]> =>
  ids.length === 0
    ? []
    : ctx.tx.select({ value: groups.id, label: groups.name }).from(groups).where(isOneOf(groups.id, ids))
