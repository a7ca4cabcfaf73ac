import "server-only"
import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { eventPeople, events } from "@/db/schema"
import { type Actor, type Ctx, nameOf, personIdOf } from "../access/ctx"
import type { EventKind } from "../access/room-type"
import { found } from "../errors"
import { type EventName, ROOMS } from "../rooms"
import { say, sayCount } from "../words"

/** People by their ids, and by their address who are no person of the LIO yet. */
type About = { personIds?: (string | null | undefined)[]; email?: string }

/** Something that happened. `summary` is one sentence without the actor's name: "Changed the phone number". */
export type Happening = {
  /** One that a room has declared (`room.ts`), in the past tense: need.opened */
  what: EventName
  subject: [kind: string, id: string | null]
  /** On whose timelines it stands; none for what concerns no group. */
  groupIds?: string[]
  summary: string
  from?: unknown
  to?: unknown
  /** Whose name, address or number stands in it, beside a person who is its subject: their details can be erased. */
  about?: About
  /** Who may read it, where that is the thing's own: a file that is for staff only. */
  audience?: string
}

const KINDS = new Map<EventName, EventKind>(
  ROOMS.flatMap((room) =>
    "events" in room ? (Object.entries(room.events) as [EventName, EventKind][]) : [],
  ),
)

/** Who may read an event about this group: its people and staff, or staff alone. */
const audienceOf = (what: EventName, groupId: string | null) =>
  groupId && KINDS.get(what)?.seenBy === "group" ? `group:${groupId}` : "staff"

/** Who stands in the log: a person where we know one, whichever door they came through. */
function by({ actor, via }: Ctx) {
  const unnamed: Partial<Record<Actor["kind"], string>> = {
    guest: say("The group’s own address"),
    link: say("Somebody with a link we sent"),
  }
  return {
    actorId: personIdOf(actor),
    actorName: nameOf(actor) ?? unnamed[actor.kind] ?? say("A visitor"),
    via,
  }
}

const AT_ONCE = 1_000

/** The keys by which a line is found again when somebody's details are to go. */
const keysOf = (ctx: Ctx, eventId: string, { personIds = [], email }: About) => [
  ...[...new Set(personIds.filter((id) => id != null))].map((personId) => ({
    ...{ lioId: ctx.lio.id, eventId, personId, email: null },
  })),
  ...(email ? [{ lioId: ctx.lio.id, eventId, personId: null, email: email.toLowerCase() }] : []),
]

/** Writes several things that happened into the log and the timelines, a thousand lines a statement. Gives their ids. */
export async function recordEach(ctx: Ctx, happenings: Happening[]): Promise<string[]> {
  const lines = happenings.flatMap(({ what, subject, groupIds, summary, from, to, audience, about }) =>
    (groupIds?.length ? groupIds : [null]).map((groupId) => ({
      lioId: ctx.lio.id,
      id: randomUUID(),
      at: ctx.now,
      what,
      summary,
      subjectKind: subject[0],
      subjectId: subject[1],
      groupId,
      audience: audience ?? audienceOf(what, groupId),
      ...by(ctx),
      from: from ?? null,
      to: to ?? null,
      about,
    })),
  )
  for (let at = 0; at < lines.length; at += AT_ONCE)
    await ctx.tx.insert(events).values(lines.slice(at, at + AT_ONCE))
  const keys = lines.flatMap(({ id, about }) => (about ? keysOf(ctx, id, about) : []))
  if (keys.length > 0) await ctx.tx.insert(eventPeople).values(keys)
  return lines.map(({ id }) => id)
}

/** Writes what happened into the log and the timelines, in the transaction of the fact. Gives the id of its first line. */
export const record = async (ctx: Ctx, happening: Happening) => found((await recordEach(ctx, [happening]))[0])

/** What happened to one of many groups; `more` is said after the summary. */
export type GroupHappening = { groupId: string; from: unknown; to: unknown; more?: string | null }

/** The same thing, happened to many groups at once; `audience` where not everybody of the group may read it. */
type ManyHappenings = { what: EventName; summary: string; groups: GroupHappening[]; audience?: "staff" }

/** Writes what happened to many groups: however many they are, it is one statement. */
export async function recordMany(ctx: Ctx, { what, summary, groups, audience }: ManyHappenings) {
  if (groups.length === 0) return
  const { actorId, actorName, via } = by(ctx)
  await ctx.tx.execute(sql`
    insert into events (lio_id, at, what, summary, subject_kind, subject_id, group_id, audience, actor_id, actor_name, via, "from", "to")
    select ${ctx.lio.id}::uuid, ${ctx.now.toISOString()}::timestamptz, ${what}, ${summary} || coalesce(d.more, ''), 'group', d."groupId", d."groupId",
      ${KINDS.get(what)?.seenBy === "group" && !audience ? sql`'group:' || d."groupId"` : sql`'staff'`},
      ${actorId}::uuid, ${actorName}, ${via}, d."from", d."to"
    from json_to_recordset(${JSON.stringify(groups)}::json) as d("groupId" uuid, "from" jsonb, "to" jsonb, more text)`)
}

/** What happened to one group among many of which each has its own story. */
export type OwnHappening = {
  groupId: string
  what: EventName
  summary: string
  from?: unknown
  to?: unknown
}

/** What an import did to groups, each in its own words: however many they are, it is one statement. */
export async function recordImported(ctx: Ctx, importId: string, groups: OwnHappening[]) {
  if (groups.length === 0) return
  const { actorId, actorName } = by(ctx)
  const told = groups.map((one) => ({ ...one, audience: audienceOf(one.what, one.groupId) }))
  await ctx.tx.execute(sql`
    insert into events (lio_id, id, at, what, summary, subject_kind, subject_id, group_id, audience, actor_id, actor_name, via, "from", "to")
    select ${ctx.lio.id}::uuid, uuidv7(), ${ctx.now.toISOString()}::timestamptz, d.what, d.summary, 'import', ${importId}::uuid, d."groupId", d.audience,
      ${actorId}::uuid, ${actorName}, 'import', d."from", d."to"
    from json_to_recordset(${JSON.stringify(told)}::json) as d("groupId" uuid, what text, summary text, audience text, "from" jsonb, "to" jsonb)`)
}

/**
 * Puts a mark in the place of a person's name, addresses and other details, wherever the log has them (decision 031).
 * Gives in how many entries; who may is settled before.
 */
export async function eraseFromLog(ctx: Ctx, personId: string): Promise<number> {
  const [done] = await ctx.tx.execute<{ entries: number }>(
    sql`select erase_from_log(${personId}, ${ctx.now.toISOString()}) as entries`,
  )
  return done?.entries ?? 0
}

/** What happened to some things while they were of no group stands on the timeline of the group that they are of now. */
export async function alsoOfGroup(
  ctx: Ctx,
  { kind, ids, groupId }: { kind: string; ids: string[]; groupId: string },
): Promise<void> {
  await ctx.tx.execute(sql`
    insert into events (lio_id, at, what, summary, subject_kind, subject_id, group_id, actor_id, actor_name, audience, via, "from", "to")
    select e.lio_id, e.at, e.what, e.summary, e.subject_kind, e.subject_id, ${groupId}::uuid, e.actor_id, e.actor_name, e.audience, e.via, e."from", e."to"
    from events e where e.subject_kind = ${kind} and e.subject_id = any (${sql.param(ids)}::uuid[]) and e.group_id is null`)
}

/** Notes that several acts were done together, so that one press undoes them all. Gives what undoes them. */
export const recordSeveral = (ctx: Ctx, what: string, ids: string[]) =>
  record(ctx, {
    what: "acts.done",
    subject: ["acts", ctx.lio.id],
    summary: sayCount(ids.length, { one: "Did {count} thing", other: "Did {count} things at once" }),
    to: { what, ids },
  })
