import "server-only"
import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, people, sessionGroups, sessionPeople, sessions } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { caseForWork } from "../cases/commands"
import { addCaseNote } from "../cases/notes/commands"
import { dayThatWas, ensure, found, RuleBroken } from "../errors"
import { noteGiven } from "../giving/commands"
import { noteContact, takeBackContact } from "../groups/contact/commands"
import { type Chosen, settleGroups } from "../groups/picker/commands"
import { record } from "../journal/commands"
import { addTask, dropTasksOf, restoreTasksOf } from "../tasks/commands"
import { say } from "../words"
import { writeEnquiries } from "./enquiries/commands"
import { PLACE_OF, type RecordSession } from "./input"
import { mayRecordSessions, mayUndoSession } from "./policy"
import { listEnquiriesChosen } from "./queries"
import { settleKind } from "./types/commands"
import { typeName } from "./types/queries"
import { sessionInWords } from "./words"

const REFUSED = say("Only workers and managers can record sessions.")
/** For how long a session can be taken back. */
const UNDO_HOURS = 24

/** Writes who was there, people of this LIO only. */
export async function writePeople(ctx: Ctx, sessionId: string, personIds: string[]) {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return
  const existing = await ctx.tx.select({ id: people.id }).from(people).where(isOneOf(people.id, ids))
  if (existing.length !== ids.length)
    throw new RuleBroken(say("One of these people is not here any more. Choose again."), "personIds")
  await ctx.tx
    .insert(sessionPeople)
    .values(ids.map((personId) => ({ lioId: ctx.lio.id, sessionId, personId })))
}

/** What was known of the last contact that no session explains: kept in the log, for when sessions are taken back. */
async function contactBefore(ctx: Ctx, groupIds: string[]) {
  const rows = await ctx.tx
    .select({ id: groups.id, on: groups.lastContactOn, by: groups.lastContactBy })
    .from(groups)
    .where(
      and(
        isOneOf(groups.id, groupIds),
        isNotNull(groups.lastContactOn),
        sql`not exists (select from session_groups sg join sessions s on s.id = sg.session_id and s.undone_at is null
          where sg.group_id = ${groups.id} and s."on" = ${groups.lastContactOn})`,
      ),
    )
  if (rows.length === 0) return undefined
  return { contact: Object.fromEntries(rows.map(({ id, ...last }) => [id, last])) }
}

/** Records a piece of work with one or more groups, its task with it. Each group's timeline and last contact follow. */
export async function recordSession(ctx: Ctx, input: RecordSession) {
  ensure(mayRecordSessions(ctx.actor), REFUSED)
  const by = found(personOf(ctx.actor))
  const on = dayThatWas(ctx, input.on)
  const { enquiryIds = [] } = input
  const chosen = await settleGroups(ctx, input, { none: enquiryIds.length > 0 })
  const groupIds = chosen.map(({ id }) => id)
  const its = await caseForWork(ctx, input.caseId ?? null)
  const { kind, typeId, type, counts } = await settleKind(ctx, input.kind)
  const values = {
    on,
    minutes: input.minutes,
    kind,
    typeId,
    function: input.function ?? counts,
    place: input.place ?? PLACE_OF[kind] ?? null,
    note: input.note,
  }
  const [made] = await ctx.tx
    .insert(sessions)
    .values({ ...values, caseId: its?.id, lioId: ctx.lio.id, byPersonId: by.personId, createdAt: ctx.now })
    .returning({ id: sessions.id })
  const { id } = found(made)
  if (groupIds.length > 0)
    await ctx.tx
      .insert(sessionGroups)
      .values(groupIds.map((groupId) => ({ lioId: ctx.lio.id, sessionId: id, groupId })))
  await writeEnquiries(ctx, id, enquiryIds)
  await writePeople(ctx, id, input.personIds)
  const { guides = [], resources = [] } = input
  await noteGiven(ctx, { guides, resources, groupIds, sessionId: id })
  const from = await contactBefore(ctx, groupIds)
  await noteContact(ctx, { groupIds, on, by: by.name })
  await record(ctx, {
    what: "session.recorded",
    subject: ["session", id],
    groupIds,
    summary: sessionInWords({ ...values, type }, ctx.today),
    from,
    to: values,
  })
  if (its && input.confidential)
    await addCaseNote(ctx, { caseId: its.id, sessionId: id, on, text: input.confidential })
  const step = await addStep(ctx, input, { id, chosen, its })
  const about = await listEnquiriesChosen(ctx, enquiryIds)
  return { id, groups: chosen, enquiries: about, minutes: values.minutes, kind, type, step }
}

type Recorded = { id: string; chosen: Chosen[]; its: { id: string } | null }

async function addStep(ctx: Ctx, input: RecordSession, { id, chosen, its }: Recorded) {
  if (!input.stepWhat) return null
  const step = { what: input.stepWhat, assigneeId: input.stepWho, dueOn: input.stepDue }
  const groupId = chosen[0]?.id ?? null
  return addTask(ctx, { ...step, caseId: its?.id, groupId, sessionId: id }, { assigneeId: "stepWho" })
}

/** The ids of the groups that a session is with. */
export async function groupIdsOfSession(ctx: Ctx, sessionId: string) {
  const rows = await ctx.tx
    .select({ groupId: sessionGroups.groupId })
    .from(sessionGroups)
    .where(eq(sessionGroups.sessionId, sessionId))
  return rows.map(({ groupId }) => groupId)
}

async function mayTurn(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.select().from(sessions).where(eq(sessions.id, id))
  const session = found(row)
  ensure(
    mayUndoSession(ctx.actor, session.byPersonId),
    say("Only the person who recorded it, or a manager, can undo it."),
  )
  return { ...session, type: await typeName(ctx, session.typeId) }
}

/** Takes a session back within a day of its recording, with its open tasks; it stays in the log. */
export async function undoSession(ctx: Ctx, { id }: { id: string }) {
  const session = await mayTurn(ctx, id)
  const since = new Date(ctx.now.getTime() - UNDO_HOURS * 3_600_000)
  const [undone] = await ctx.tx
    .update(sessions)
    .set({ undoneAt: ctx.now })
    .where(and(eq(sessions.id, id), isNull(sessions.undoneAt), gt(sessions.createdAt, since)))
    .returning({ id: sessions.id })
  if (!undone) {
    throw new RuleBroken(
      session.undoneAt
        ? say("This session has already been undone.")
        : say("You can undo a session for a day after it was recorded. Change it instead."),
    )
  }
  const groupIds = await groupIdsOfSession(ctx, id)
  await dropTasksOf(ctx, id)
  await takeBackContact(ctx, { groupIds, on: session.on })
  await record(ctx, {
    what: "session.undone",
    subject: ["session", id],
    groupIds,
    summary: say("Undone: {session}", { session: sessionInWords(session, "") }),
  })
  return { id, groupIds }
}

/** Puts back a session that was taken back by mistake, with the tasks that went with it. */
export async function restoreSession(ctx: Ctx, { id }: { id: string }) {
  const session = await mayTurn(ctx, id)
  const undoneAt = session.undoneAt
  if (!undoneAt) throw new RuleBroken(say("This session was not undone."))
  const [restored] = await ctx.tx
    .update(sessions)
    .set({ undoneAt: null })
    .where(and(eq(sessions.id, id), isNotNull(sessions.undoneAt)))
    .returning({ id: sessions.id })
  if (!restored) throw new RuleBroken(say("This session has already been restored."))
  const groupIds = await groupIdsOfSession(ctx, id)
  const [by] = await ctx.tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, session.byPersonId))
  await restoreTasksOf(ctx, id, undoneAt)
  await noteContact(ctx, { groupIds, on: session.on, by: by?.name ?? "" })
  await record(ctx, {
    what: "session.restored",
    subject: ["session", id],
    groupIds,
    summary: say("Restored: {session}", { session: sessionInWords(session, "") }),
  })
  return { id, groupIds }
}
