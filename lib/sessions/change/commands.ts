import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { events, people, sessionEnquiries, sessionGroups, sessionPeople, sessions } from "@/db/schema"
import { FUNCTIONS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { caseForWork } from "../../cases/commands"
import { seesCase } from "../../cases/queries"
import { dayThatWas, ensure, found, RuleBroken } from "../../errors"
import { noteGivenAnew } from "../../giving/commands"
import { listGivenIn } from "../../giving/queries"
import { noteContact, takeBackContact } from "../../groups/contact/commands"
import { settleGroups } from "../../groups/picker/commands"
import { record } from "../../journal/commands"
import { getChange, stands } from "../../journal/queries"
import { formatDate, formatMinutes, say } from "../../words"
import { groupIdsOfSession, writePeople } from "../commands"
import { type ChangeSession, PLACE_OF } from "../input"
import { mayRecordSessions } from "../policy"
import { settleKind } from "../types/commands"
import { typeName } from "../types/queries"
import { kindInWords, sessionInWords } from "../words"

type Row = typeof sessions.$inferSelect
type Values = Pick<Row, "on" | "minutes" | "kind" | "typeId" | "function" | "place" | "note" | "caseId">

const same = (one: string[], other: string[]) =>
  JSON.stringify([...one].sort()) === JSON.stringify([...new Set(other)].sort())

/** What differs: field → what it said, and what it says now. */
function differences(before: Values, after: Values) {
  const fields = (Object.keys(after) as (keyof Values)[]).filter((field) => before[field] !== after[field])
  const of = (row: Values) => Object.fromEntries(fields.map((field) => [field, row[field]]))
  return { fields, from: of(before), to: of(after) }
}

/** Whether a session was about somebody with an idea, and so may be with no group. */
const isAboutEnquiry = async (ctx: Ctx, sessionId: string) =>
  (await ctx.tx.$count(sessionEnquiries, eq(sessionEnquiries.sessionId, sessionId))) > 0

async function peopleOf(ctx: Ctx, sessionId: string) {
  const rows = await ctx.tx
    .select({ id: sessionPeople.personId })
    .from(sessionPeople)
    .where(eq(sessionPeople.sessionId, sessionId))
  return rows.map((row) => row.id)
}

/** A session that stands, for who may change it; `lock`: kept from others until this is done. */
export async function readSession(ctx: Ctx, id: string, { lock = false } = {}): Promise<Row> {
  ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can change sessions."))
  const read = ctx.tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), isNull(sessions.undoneAt)))
  const [row] = await (lock ? read.for("update") : read)
  return found(row)
}
/** The same, kept from others until this is done. */
export const lockSession = (ctx: Ctx, id: string) => readSession(ctx, id, { lock: true })

/**
 * Changes what a session says. It is marked as edited, and the log keeps what it said before. Refused when somebody
 * saved it after the page was opened: what they saved is then shown beside.
 */
export async function changeSession(ctx: Ctx, input: ChangeSession) {
  const before = await lockSession(ctx, input.id)
  if ((before.editedAt?.toISOString() ?? "") !== input.seen) throw await overtaken(ctx, before, input)
  const chosen = await settleGroups(ctx, input, { none: await isAboutEnquiry(ctx, input.id) })
  const [groupsBefore, peopleBefore] = [await groupIdsOfSession(ctx, input.id), await peopleOf(ctx, input.id)]
  const groupIds = chosen.map(({ id }) => id)
  const { kind, typeId, type, counts } = await settleKind(ctx, input.kind)
  const values: Values = {
    on: dayThatWas(ctx, input.on),
    minutes: input.minutes,
    kind,
    typeId,
    function: input.function ?? counts,
    place: input.place === undefined ? before.place : (input.place ?? PLACE_OF[kind] ?? null),
    note: input.note,
    caseId: await caseOf(ctx, before, input.caseId),
  }
  const { fields, from, to } = differences(before, values)
  const moved = !same(groupsBefore, groupIds)
  const others = !same(peopleBefore, input.personIds)
  const givenBefore = await listGivenIn(ctx, input.id)
  const guidesBefore = givenBefore.guides.map(({ slug }) => slug)
  const resourcesBefore = givenBefore.resources.map(({ id }) => id)
  const { guides = guidesBefore, resources = resourcesBefore } = input
  const given = !same(guidesBefore, guides) || !same(resourcesBefore, resources)
  if (fields.length === 0 && !moved && !others && !given) return { id: input.id, changed: false }
  await ctx.tx
    .update(sessions)
    .set({ ...values, editedAt: ctx.now })
    .where(eq(sessions.id, input.id))
  if (moved) await replaceGroups(ctx, input.id, groupIds)
  if (others) {
    await ctx.tx.delete(sessionPeople).where(eq(sessionPeople.sessionId, input.id))
    await writePeople(ctx, input.id, input.personIds)
  }
  if (moved || given) await noteGivenAnew(ctx, { sessionId: input.id, guides, resources, groupIds })
  if (moved || fields.includes("on")) await moveContact(ctx, before, values.on, groupsBefore, groupIds)
  await record(ctx, {
    what: "session.changed",
    subject: ["session", input.id],
    groupIds: [...new Set([...groupsBefore, ...groupIds])],
    summary: say("Changed a session: {values}", { values: sessionInWords({ ...values, type }, ctx.today) }),
    from: { ...from, ...(moved ? { groupIds: groupsBefore } : {}) },
    to: { ...to, ...(moved ? { groupIds } : {}) },
  })
  return { id: input.id, changed: true }
}

/** Changes what is said of the work of a session, with whoever it was and whenever. `change` undoes it. */
export async function changeWork(
  ctx: Ctx,
  id: string,
  said: Partial<Pick<Values, "minutes" | "function">>,
): Promise<string | null> {
  const before = await lockSession(ctx, id)
  const { on, minutes, kind, typeId, function: counted, place, note, caseId } = before
  const values: Values = { on, minutes, kind, typeId, function: counted, place, note, caseId, ...said }
  const { fields, from, to } = differences(before, values)
  if (fields.length === 0) return null
  await ctx.tx
    .update(sessions)
    .set({ ...said, editedAt: ctx.now })
    .where(eq(sessions.id, id))
  return record(ctx, {
    what: "session.changed",
    subject: ["session", id],
    groupIds: await groupIdsOfSession(ctx, id),
    summary: say("Changed a session: {session}", {
      session: sessionInWords({ ...values, type: await typeName(ctx, typeId) }, ctx.today),
    }),
    from,
    to,
  })
}

/** Undoes such a change, unless the session was changed again since. `id` is the change's. */
export async function undoWork(ctx: Ctx, id: string): Promise<{ id: string }> {
  const { id: sessionId, from, to } = await getChange(ctx, id, ["session.changed"])
  if (!stands(await lockSession(ctx, sessionId), to))
    throw new RuleBroken(say("This session has been changed again since, so it stays as it is."))
  await changeWork(ctx, sessionId, from)
  return { id: sessionId }
}

/** The case that a session is part of from now on; one that the asker doesn't see stays, whatever the form says. */
async function caseOf(ctx: Ctx, before: Row, asked: string | null | undefined): Promise<string | null> {
  if (asked === undefined || asked === before.caseId) return before.caseId
  if (before.caseId && !(await seesCase(ctx, before.caseId))) return before.caseId
  return (await caseForWork(ctx, asked))?.id ?? null
}

async function replaceGroups(ctx: Ctx, sessionId: string, groupIds: string[]) {
  await ctx.tx.delete(sessionGroups).where(eq(sessionGroups.sessionId, sessionId))
  if (groupIds.length === 0) return
  await ctx.tx
    .insert(sessionGroups)
    .values(groupIds.map((groupId) => ({ lioId: ctx.lio.id, sessionId, groupId })))
}

async function moveContact(ctx: Ctx, before: Row, on: string, from: string[], to: string[]) {
  const [by] = await ctx.tx.select({ name: people.name }).from(people).where(eq(people.id, before.byPersonId))
  await takeBackContact(ctx, { groupIds: from, on: before.on })
  await noteContact(ctx, { groupIds: to, on, by: by?.name ?? "" })
}

async function overtaken(ctx: Ctx, now: Row, input: ChangeSession) {
  const [last] = await ctx.tx
    .select({ who: events.actorName })
    .from(events)
    .where(and(eq(events.subjectKind, "session"), eq(events.subjectId, now.id)))
    .orderBy(sql`${events.at} desc`)
    .limit(1)
  const theirs: Record<string, string> = { seen: now.editedAt?.toISOString() ?? "" }
  if (now.note !== input.note) theirs.note = now.note
  if ((now.typeId ?? now.kind) !== input.kind)
    theirs.kind = kindInWords({ kind: now.kind, type: await typeName(ctx, now.typeId) })
  if (now.minutes !== input.minutes) theirs.minutes = formatMinutes(now.minutes)
  if (now.on !== input.on) theirs.on = formatDate(now.on)
  if (input.function && now.function !== input.function) theirs.function = FUNCTIONS[now.function]
  return new RuleBroken(
    say(
      "{who} changed this session while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
      { who: last?.who ?? say("Somebody") },
    ),
    "note",
    theirs,
  )
}
