import "server-only"
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import {
  areas,
  events,
  groupAreas,
  groupIdentifiers,
  groups,
  groupTerms,
  merges,
  people,
  terms,
} from "@/db/schema"
import { keys, REGISTERS, TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { groupIdsOf } from "../access/may"
import { found, NotFound, WentUp } from "../errors"
import { answerName } from "../fields/input"
import { listEveryField } from "../fields/queries"
import { fieldInWords } from "../fields/words"
import { listMembershipStatuses } from "../membership-status/queries"
import { say } from "../words"
import { missingFacts } from "./details/words"
import type { ChangeGroup } from "./input"
import { maySeeGroup, maySeeGroups } from "./policy"
import { getBeside } from "./rail/queries"
import { factInWords } from "./words"

/** Says that there is no such group, or which one it went up in. */
async function gone(ctx: Ctx, id: string): Promise<never> {
  const [merge] = await ctx.tx
    .select({ into: merges.keptId })
    .from(merges)
    .where(and(eq(merges.goneId, id), isNull(merges.undoneAt)))
    .limit(1)
  if (merge && maySeeGroup(ctx.actor, merge.into)) throw new WentUp(id, merge.into)
  throw new NotFound(say("There is no such group."))
}

/** A group with its registers, areas served and terms. NotFound for people who do not speak for it. */
export async function getGroup(ctx: Ctx, id: string) {
  found(maySeeGroup(ctx.actor, id) || null)
  const [row] = await ctx.tx
    .select()
    .from(groups)
    .where(and(eq(groups.id, id), isNull(groups.removedAt)))
  const group = row ?? (await gone(ctx, id))
  const [identifiers, served, words] = await Promise.all([
    ctx.tx
      .select({ register: groupIdentifiers.register, value: groupIdentifiers.value })
      .from(groupIdentifiers)
      .where(eq(groupIdentifiers.groupId, id))
      .orderBy(asc(groupIdentifiers.register), asc(groupIdentifiers.value)),
    ctx.tx
      .select({ id: areas.id, name: areas.name })
      .from(groupAreas)
      .innerJoin(areas, eq(areas.id, groupAreas.areaId))
      .where(eq(groupAreas.groupId, id))
      .orderBy(asc(areas.name)),
    ctx.tx
      .select({ id: terms.id, name: terms.name, list: terms.list })
      .from(groupTerms)
      .innerJoin(terms, eq(terms.id, groupTerms.termId))
      .where(eq(groupTerms.groupId, id))
      .orderBy(asc(terms.name)),
  ])
  return {
    ...group,
    identifiers,
    areas: served,
    terms: words,
    areaIds: served.map((area) => area.id),
    termIds: words.map((term) => term.id),
  }
}
export type Group = Awaited<ReturnType<typeof getGroup>>

/** Keeps others from changing a group until this is done: what is read of it then still holds when it is written. */
export const lockGroup = (ctx: Ctx, id: string) =>
  ctx.tx.select({ id: groups.id }).from(groups).where(eq(groups.id, id)).for("update")

/** What stands over every page of a group: who it is, whom to ring, when it was last spoken to; for staff what stands beside it. */
export async function getGroupHeader(ctx: Ctx, id: string) {
  found(maySeeGroup(ctx.actor, id) || null)
  const about = ctx.tx
    .select({
      group: groups,
      contactName: people.name,
      contactEmail: people.email,
      contactPhone: people.phone,
      contactBy: people.channel,
    })
    .from(groups)
    .leftJoin(people, eq(people.id, groups.mainContactId))
    .where(and(eq(groups.id, id), isNull(groups.removedAt)))
  const [[row], beside, [membership]] = await Promise.all([
    about,
    maySeeGroups(ctx.actor) ? getBeside(ctx, id) : null,
    listMembershipStatuses(ctx, [id]),
  ])
  const { group, ...contact } = row ?? (await gone(ctx, id))
  const missing = beside
    ? missingFacts(
        {
          ...group,
          numbers: beside.numbers.length,
          areas: beside.areas.length,
          lists: beside.terms.map(({ list }) => list),
        },
        { fields: beside.fields, areas: beside.hasAreas, lists: beside.hasLists },
      )
    : []
  return { ...group, ...contact, beside, missing, membership: membership ?? null }
}
export type GroupHeader = Awaited<ReturnType<typeof getGroupHeader>>

/** The groups that the asker speaks for, with what a member wants to see of them first. */
export async function listYourGroups(ctx: Ctx) {
  const ids = groupIdsOf(ctx)
  if (ids.length === 0) return []
  return ctx.tx
    .select({
      id: groups.id,
      name: groups.name,
      stage: groups.stage,
      about: groups.about,
      updatedAt: groups.updatedAt,
    })
    .from(groups)
    .where(and(isOneOf(groups.id, ids), isNull(groups.removedAt)))
    .orderBy(asc(groups.name))
}

/** The places that the LIO works in. */
export async function listAreas(ctx: Ctx) {
  return ctx.tx
    .select({ id: areas.id, kind: areas.kind, code: areas.code, name: areas.name })
    .from(areas)
    .orderBy(asc(areas.kind), asc(areas.name))
}

/** The words of the LIO's own lists that are in use. */
export async function listTerms(ctx: Ctx) {
  return ctx.tx
    .select({ id: terms.id, list: terms.list, name: terms.name })
    .from(terms)
    .where(isNull(terms.retiredAt))
    .orderBy(asc(terms.list), asc(terms.name))
}

/**
 * What was saved of a group after `seen`: by whom last, and which fields. `all`: false when the log does not account for
 * every version since. An import writes no version: it counts by its time.
 */
async function savedSince(ctx: Ctx, now: Group, seen: number) {
  const version = sql<number | null>`(${events.to}->>'version')::int`
  const since = await ctx.tx
    .select({
      who: events.actorName,
      to: sql<Record<string, unknown> | null>`${events.to}`,
      version,
    })
    .from(events)
    .where(
      and(
        eq(events.groupId, now.id),
        sql`(starts_with(${events.what}, 'group.') or ${events.what} = 'answer.changed')`,
        sql`coalesce(${version} > ${seen}, ${events.at} > (
          select coalesce(max(e.at), '-infinity') from events e
          where e.group_id = ${now.id} and (e."to"->>'version')::int <= ${seen}))`,
      ),
    )
    .orderBy(desc(events.at))
  return {
    who: since[0]?.who ?? say("Somebody"),
    fields: new Set(since.flatMap(({ to }) => Object.keys(to ?? {}))),
    all: new Set(since.flatMap((one) => one.version ?? [])).size === now.version - seen,
  }
}

/** Whether these fields of a group are as they were at `seen`, whatever else was saved since. Closing it concerns them all. */
export async function isUntouched(ctx: Ctx, now: Group, seen: number, fields: string[]): Promise<boolean> {
  if (now.version === seen) return true
  if (now.version < seen || now.stage === "closed") return false
  const since = await savedSince(ctx, now, seen)
  return since.all && !fields.some((field) => since.fields.has(field))
}

/** Who saved a group last, and what they made of the fields that somebody is about to overwrite, as a form names them. */
export async function theirCompanions(
  ctx: Ctx,
  now: Group,
  { version: seen, custom, ...values }: ChangeGroup,
) {
  const { who, fields: changed } = await savedSince(ctx, now, seen)
  const theirs = Object.keys(values)
    .filter(
      (field) =>
        changed.has(field) && !isSame(now[field as keyof Group], values[field as keyof typeof values]),
    )
    .flatMap((field) => inWords(now, field))
  const answered = Object.keys(custom ?? {}).filter(
    (id) => changed.has(answerName(id)) && !isSame(now.custom[id] ?? null, custom?.[id] ?? null),
  )
  const fields = answered.length > 0 ? await listEveryField(ctx) : []
  const answers = fields
    .filter(({ id }) => answered.includes(id))
    .map((field) => [answerName(field.id), fieldInWords(field, now.custom[field.id]) ?? say("Not known")])
  return { who, theirs: Object.fromEntries([...theirs, ...answers]) }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function inWords(group: Group, field: string): [string, string][] {
  const listed = (words: string[]) => words.join(", ") || say("None")
  if (field === "identifiers") {
    return keys(REGISTERS).map((register) => [
      register,
      listed(group.identifiers.filter((number) => number.register === register).map(({ value }) => value)),
    ])
  }
  if (field === "termIds") {
    return keys(TERM_LISTS).map((list) => [
      list,
      listed(group.terms.filter((term) => term.list === list).map(({ name }) => name)),
    ])
  }
  if (field === "areaIds") return [[field, listed(group.areas.map(({ name }) => name))]]
  return [[field, factInWords(field, group[field as keyof Group]) ?? say("Not known")]]
}
