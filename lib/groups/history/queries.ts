import "server-only"
import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { areas, events, people, terms } from "@/db/schema"
import { ERASED } from "@/db/vocabulary"
import type { Ctx, Via } from "../../access/ctx"
import { found } from "../../errors"
import { questionOf } from "../../fields/input"
import { listEveryField } from "../../fields/queries"
import { inAlphabet } from "../../words"
import { maySeeGroup, maySeeGroups } from "../policy"
import { type Group, getGroup } from "../queries"
import { TIMELINE_PARTS } from "../timeline/input"
import { type HistoryPlace, isPutBack } from "./input"
import { labelIn, type Names, saidIn } from "./words"

const AT_ONCE = 20

type Side = Record<string, unknown> | null
const sideOf = (value: unknown): Side =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Side) : null

/** Changes to the group itself; its people have a history of their own. */
const CHANGES = TIMELINE_PARTS.changes.events.filter((name) => !name.startsWith("person."))

const changesTo = (groupId: string): SQL | undefined =>
  and(eq(events.groupId, groupId), isOneOf(events.what, CHANGES))

/** Lines that one save of a group's fields leaves in the log: what its own people may see, and what only staff see. */
const SAVES = ["group.changed", "answer.changed"]

const columns = {
  id: events.id,
  at: events.at,
  what: events.what,
  summary: events.summary,
  who: events.actorName,
  via: events.via,
  subjectKind: events.subjectKind,
  subjectId: events.subjectId,
  from: events.from,
  to: events.to,
  erasedAt: events.erasedAt,
}
type Row = { from: unknown; to: unknown }

/** Names for all ids that may stand in these changes, people only where they are meant. */
async function namesFor(ctx: Ctx, rows: Row[]): Promise<Names> {
  const persons = rows.flatMap(({ from, to }) =>
    [sideOf(from)?.mainContactId, sideOf(to)?.mainContactId].filter((id) => typeof id === "string"),
  )
  const [places, words, who, fields] = [
    await ctx.tx.select({ id: areas.id, name: areas.name }).from(areas),
    await ctx.tx.select({ id: terms.id, name: terms.name }).from(terms),
    persons.length > 0
      ? await ctx.tx
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(sql`${people.id} = any (${sql.param(persons)}::uuid[])`)
      : [],
    await listEveryField(ctx),
  ]
  return {
    names: new Map([...places, ...words, ...who].map(({ id, name }) => [id, name])),
    fields: new Map(fields.map((field) => [field.id, field])),
    partly: !maySeeGroups(ctx.actor),
  }
}

/** One field of a change: what it said before and after, in words. `back`: it can be put back. */
export type Changed = { name: string; label: string; from: string | null; to: string | null; back: boolean }

/** Whether a side of a change says a field: not where somebody's details in it were erased. */
const isThere = (side: Side, name: string) =>
  side !== null && name in side && !JSON.stringify(side[name] ?? null).includes(ERASED)

function changedIn(row: Row & { what: string }, names: Names): Changed[] {
  if (row.what.startsWith("role.")) return []
  const [from, to] = [sideOf(row.from), sideOf(row.to)]
  return [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].flatMap((name) => {
    const label = labelIn(name, names)
    if (!label) return []
    const [before, after] = [saidIn(name, from?.[name], names), saidIn(name, to?.[name], names)]
    if (before === after) return []
    return [{ name, label, from: before, to: after, back: isThere(from, name) && isPutBack(name) }]
  })
}

/** Twenty changes to a group, newest first, field by field, and where the older ones begin (null at the end). */
export async function listHistory(ctx: Ctx, groupId: string, { field, before }: HistoryPlace) {
  found(maySeeGroup(ctx.actor, groupId) || null)
  const rows = await ctx.tx
    .select(columns)
    .from(events)
    .where(
      and(
        changesTo(groupId),
        field ? sql`(${events.from} ? ${field} or ${events.to} ? ${field})` : undefined,
        before
          ? sql`(${events.at}, ${events.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(AT_ONCE + 1)
  const shown = rows.slice(0, AT_ONCE)
  const names = await namesFor(ctx, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ from, to, ...row }) => ({
      ...row,
      via: row.via as Via,
      changes: changedIn({ ...row, from, to }, names).filter(({ name }) => !field || name === field),
    })),
    older: rows.length > AT_ONCE && last ? { at: last.at, id: last.id } : null,
  }
}
export type HistoryRow = Awaited<ReturnType<typeof listHistory>>["rows"][number]

/** The fields that changed at some time, by their labels. */
export async function listChangedFields(
  ctx: Ctx,
  groupId: string,
): Promise<{ name: string; label: string }[]> {
  found(maySeeGroup(ctx.actor, groupId) || null)
  const rows = await ctx.tx
    .selectDistinct({ name: sql<string>`jsonb_object_keys(${events.to})` })
    .from(events)
    .where(and(changesTo(groupId), sql`jsonb_typeof(${events.to}) = 'object'`))
  const names = await namesFor(ctx, [])
  return rows
    .flatMap(({ name }) => {
      const label = labelIn(name, names)
      return label ? [{ name, label }] : []
    })
    .sort((a, b) => inAlphabet(a.label, b.label))
}

/** What a field says of a group now, as the log would write it. */
function saidNow(group: Group, name: string): unknown {
  const question = questionOf(name)
  return (question ? group.custom[question] : group[name as keyof Group]) ?? null
}

const versionIn = sql`(${events.to}->>'version')::int`

/** The save that made this version of a group, by one of its lines in the log; null when the log has none. */
export async function findSave(ctx: Ctx, groupId: string, version: number): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.groupId, groupId), isOneOf(events.what, SAVES), sql`${versionIn} = ${version}`))
    .orderBy(desc(events.at))
    .limit(1)
  return row?.id ?? null
}

/** All that one save of a group changed: the version that it made, and each field as it was before. */
export async function getSave(ctx: Ctx, eventId: string) {
  const [line] = await ctx.tx
    .select({ groupId: events.groupId, version: sql<number | null>`${versionIn}` })
    .from(events)
    .where(and(eq(events.id, eventId), isOneOf(events.what, SAVES)))
  const { groupId, version } = found(line)
  const rows = await ctx.tx
    .select({ from: events.from })
    .from(events)
    .where(
      and(
        eq(events.groupId, found(groupId)),
        isOneOf(events.what, SAVES),
        sql`${versionIn} = ${found(version)}`,
      ),
    )
  const before = Object.assign({}, ...rows.map(({ from }) => sideOf(from)).filter(Boolean)) as Record<
    string,
    unknown
  >
  return { groupId: found(groupId), version: found(version), before }
}

/** One field of one change, beside what it says now: for putting it back. */
export async function getChange(ctx: Ctx, of: { id: string; eventId: string; field: string }) {
  const group = await getGroup(ctx, of.id)
  const [row] = await ctx.tx
    .select(columns)
    .from(events)
    .where(and(changesTo(of.id), eq(events.id, of.eventId)))
  const event = found(row)
  const from = found(sideOf(event.from))
  found((isThere(from, of.field) && isPutBack(of.field)) || null)
  const now = saidNow(group, of.field)
  const names = await namesFor(ctx, [event, { from: { mainContactId: group.mainContactId }, to: null }])
  const words = (value: unknown) => saidIn(of.field, value, names)
  const after = sideOf(event.to)?.[of.field] ?? null
  return {
    group,
    at: event.at,
    who: event.who,
    label: found(labelIn(of.field, names)),
    value: from[of.field] ?? null,
    /** Ids in the log that still stand for something. */
    known: new Set(names.names.keys()),
    from: words(from[of.field]),
    made: words(after),
    now: words(now),
    /** Somebody changed it after this change. */
    since: words(now) !== words(after),
  }
}
