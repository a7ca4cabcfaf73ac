import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { needAsks, needEvidence, needGroups, needs } from "@/db/schema"
import { keys } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import { ensureNotStopped } from "../consultations/stopping/queries"
import { ensure, found, RuleBroken } from "../errors"
import { settleGroups } from "../groups/picker/commands"
import { record } from "../journal/commands"
import { getChange, stands } from "../journal/queries"
import { withNewArea } from "../lios/areas/commands"
import { say } from "../words"
import { writeAbout } from "./about/commands"
import { listAboutIds } from "./about/queries"
import {
  type AddEvidence,
  type AnswerNeed,
  type ChangeNeed,
  type CloseNeed,
  type HeardIn,
  heardInOf,
  type OpenNeed,
  PLACES,
} from "./input"
import { mayKeepNeeds } from "./policy"
import { REFUSED } from "./words"

async function groupsBehind(ctx: Ctx, from: HeardIn): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select group_id as id from session_groups where session_id = ${from.sessionId}
    union select group_id from responses where id = ${from.responseId}
    union select group_id from passages where id = ${from.passageId}
    union select group_id from topics where id = ${from.topicId} and group_id is not null
    union select c.group_id from health_checks c where c.id in (
      select q.check_id from health_check_questions q where q.id = ${from.healthQuestionId}
      union select s.check_id from health_check_steps s where s.id = ${from.healthStepId})
    union select group_id from funding_searches where id = ${from.searchId}`)
  return [...rows].map((row) => row.id)
}

async function addHeard(ctx: Ctx, needId: string, from: HeardIn) {
  const places = Object.values(from).filter((id) => id)
  if (places.length === 0) return
  if (places.length > 1) throw new RuleBroken(say("Add one place at a time where the need was heard."))
  const [there] = await ctx.tx
    .select({ id: needEvidence.id })
    .from(needEvidence)
    .where(and(eq(needEvidence.needId, needId), sql`${placeOf("need_evidence")} = ${places[0]}`))
  if (there) return
  await ensureShared(ctx, from)
  await ensureNotStopped(ctx, from)
  await ctx.tx.insert(needEvidence).values({
    lioId: ctx.lio.id,
    needId,
    ...from,
    addedAt: ctx.now,
    addedBy: personOf(ctx.actor)?.personId ?? null,
  })
}

/** Where a piece of evidence was heard: it has one of these. */
export const placeOf = (row: string) =>
  sql.raw(
    `coalesce(${Object.values(PLACES)
      .map((column) => `${row}.${column}`)
      .join(", ")})`,
  )

/** Of a health check only what its group shares can be pinned: the database gives nothing else. NotFound. */
async function ensureShared(ctx: Ctx, { healthQuestionId, healthStepId }: HeardIn) {
  if (!healthQuestionId && !healthStepId) return
  const [shared] = await ctx.tx.execute(sql`
    select 1 from health_check_questions q where q.id = ${healthQuestionId ?? null}::uuid and q.answer is not null
    union all select 1 from health_check_steps s where s.id = ${healthStepId ?? null}::uuid`)
  found(shared)
}

/** A need, for who may change it. NotFound. */
export async function openNeedRow(ctx: Ctx, id: string) {
  ensure(mayKeepNeeds(ctx.actor), REFUSED)
  const [row] = await ctx.tx.select().from(needs).where(eq(needs.id, id))
  return found(row)
}

/** Opens a need, heard in a session, an answer, a passage or a topic, or nowhere yet. */
export async function openNeed(ctx: Ctx, input: OpenNeed): Promise<{ id: string; title: string }> {
  ensure(mayKeepNeeds(ctx.actor), REFUSED)
  const from = heardInOf(input)
  const { newArea, newAreaKind, title, about, affected, strength, strengthWhy } = input
  const [made] = await ctx.tx
    .insert(needs)
    .values({
      ...{ title, about, affected, strength, strengthWhy },
      lioId: ctx.lio.id,
      openedAt: ctx.now,
      openedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: needs.id, title: needs.title })
  const need = found(made)
  const areaIds = await withNewArea(ctx, input.areaIds, { newArea, newAreaKind })
  await writeAbout(ctx, need.id, { areaIds, themeIds: input.themeIds })
  await addHeard(ctx, need.id, from)
  await record(ctx, {
    what: "need.opened",
    subject: ["need", need.id],
    groupIds: await groupsBehind(ctx, from),
    summary: say("Opened a need: {need}", { need: need.title }),
  })
  return need
}

/** Adds one more place where a need was heard. */
export async function addEvidence(ctx: Ctx, input: AddEvidence) {
  const need = await openNeedRow(ctx, input.id)
  const { id } = input
  const from = heardInOf(input)
  if (!Object.values(from).some(Boolean)) throw new RuleBroken(say("Say where it was heard."))
  await addHeard(ctx, id, from)
  await record(ctx, {
    what: "need.heard",
    subject: ["need", id],
    groupIds: await groupsBehind(ctx, from),
    summary: say("Heard again: {need}", { need: need.title }),
  })
  return { id }
}

/** Takes a place off that was added by mistake. */
export async function dropEvidence(ctx: Ctx, input: { id: string; evidenceId: string }) {
  const need = await openNeedRow(ctx, input.id)
  const [gone] = await ctx.tx
    .delete(needEvidence)
    .where(and(eq(needEvidence.id, input.evidenceId), eq(needEvidence.needId, input.id)))
    .returning()
  if (gone) {
    await record(ctx, {
      what: "need.unheard",
      subject: ["need", input.id],
      summary: say("Removed one of the places where this need was heard: {need}", { need: need.title }),
      from: heardInOf(gone),
    })
  }
  return { id: input.id }
}

/** Says a need better, or what is being done about it; only what is said changes. `change` undoes it; null when nothing was different. */
export async function changeNeed(
  ctx: Ctx,
  { id, newArea, newAreaKind, ...rest }: Partial<ChangeNeed> & { id: string },
) {
  const before = { ...(await openNeedRow(ctx, id)), ...(await listAboutIds(ctx, id)) }
  const { areaIds = before.areaIds, themeIds = before.themeIds, ...words } = rest
  const lists = {
    areaIds: [...new Set(await withNewArea(ctx, areaIds, { newArea, newAreaKind }))].sort(),
    themeIds: [...new Set(themeIds)].sort(),
  }
  const said: Partial<typeof before> = { ...words, ...lists }
  const fields = keys(said).filter((field) => JSON.stringify(said[field]) !== JSON.stringify(before[field]))
  if (fields.length === 0) return { id, title: before.title, change: null }
  const to = Object.fromEntries(fields.map((field) => [field, said[field]]))
  if (fields.some((field) => !(field in lists))) await ctx.tx.update(needs).set(words).where(eq(needs.id, id))
  await writeAbout(ctx, id, lists)
  const title = said.title ?? before.title
  const change = await record(ctx, {
    what: "need.changed",
    subject: ["need", id],
    summary: say("Changed the need: {title}", { title }),
    from: Object.fromEntries(fields.map((field) => [field, before[field]])),
    to,
  })
  return { id, title, change }
}

/** Undoes a change of a need, unless it was changed again since. `id` is the change's. */
export async function undoChange(ctx: Ctx, id: string) {
  const { id: needId, from, to } = await getChange(ctx, id, ["need.changed"])
  const now = { ...(await openNeedRow(ctx, needId)), ...(await listAboutIds(ctx, needId)) }
  if (!stands(now, to))
    throw new RuleBroken(say("This need has been changed again since, so it stays as it is."))
  return changeNeed(ctx, { ...(from as Partial<ChangeNeed>), id: needId })
}

/** Notes which groups answer a need. */
export async function answerNeed(ctx: Ctx, input: AnswerNeed) {
  const need = await openNeedRow(ctx, input.id)
  const chosen = await settleGroups(ctx, input)
  const fresh = await ctx.tx
    .insert(needGroups)
    .values(chosen.map((group) => ({ lioId: ctx.lio.id, needId: input.id, groupId: group.id })))
    .onConflictDoNothing()
    .returning({ groupId: needGroups.groupId })
  if (fresh.length > 0) {
    await record(ctx, {
      what: "need.answered",
      subject: ["need", input.id],
      groupIds: fresh.map((row) => row.groupId),
      summary: say("Answers a need: {need}", { need: need.title }),
    })
  }
  return { id: input.id }
}

/** Notes that a group answers it no more. */
export async function stopAnsweringNeed(ctx: Ctx, input: { id: string; groupId: string }) {
  const need = await openNeedRow(ctx, input.id)
  const gone = await ctx.tx
    .delete(needGroups)
    .where(and(eq(needGroups.needId, input.id), eq(needGroups.groupId, input.groupId)))
    .returning({ groupId: needGroups.groupId })
  if (gone.length > 0)
    await record(ctx, {
      what: "need.unanswered",
      subject: ["need", input.id],
      groupIds: [input.groupId],
      summary: say("No longer answers a need: {need}", { need: need.title }),
    })
  return { id: input.id }
}

/** Puts a need to a body, in an ask. */
export async function putNeed(ctx: Ctx, input: { id: string; askId: string }) {
  const need = await openNeedRow(ctx, input.id)
  await ctx.tx
    .insert(needAsks)
    .values({ lioId: ctx.lio.id, needId: input.id, askId: input.askId })
    .onConflictDoNothing()
  await record(ctx, {
    what: "need.put",
    subject: ["need", input.id],
    summary: say("Put to a body in an ask: {need}", { need: need.title }),
  })
  return { id: input.id }
}

/** Closes a need with its reason, once. */
export async function closeNeed(ctx: Ctx, input: CloseNeed) {
  const need = await openNeedRow(ctx, input.id)
  const [closed] = await ctx.tx
    .update(needs)
    .set({ closedAt: ctx.now, closedReason: input.reason, ending: input.ending })
    .where(and(eq(needs.id, input.id), isNull(needs.closedAt)))
    .returning({ id: needs.id })
  if (!closed) throw new RuleBroken(say("This need was closed already."))
  await record(ctx, {
    what: "need.closed",
    subject: ["need", input.id],
    summary: say("Closed the need: {need}", { need: need.title }),
    to: { ending: input.ending, reason: input.reason },
  })
  return { id: input.id }
}

/** Opens a closed need again. */
export async function reopenNeed(ctx: Ctx, input: { id: string }) {
  const need = await openNeedRow(ctx, input.id)
  const [opened] = await ctx.tx
    .update(needs)
    .set({ closedAt: null, closedReason: null, ending: null })
    .where(and(eq(needs.id, input.id), isNotNull(needs.closedAt), isNull(needs.mergedIntoId)))
    .returning({ id: needs.id })
  if (!opened)
    throw new RuleBroken(
      need.mergedIntoId ? say("This need is part of another now.") : say("This need is open already."),
    )
  await record(ctx, {
    what: "need.reopened",
    subject: ["need", input.id],
    summary: say("Opened the need again: {need}", { need: need.title }),
  })
  return { id: input.id }
}
