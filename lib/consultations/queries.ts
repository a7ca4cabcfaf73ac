import "server-only"
import { aliasedTable, and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { consultations, groups, invitations, networks, questions, responses } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import type { Ctx } from "../access/ctx"
import { groupIdsOf, isHeld } from "../access/may"
import { ensure, found } from "../errors"
import { say } from "../words"
import { answeredOf, askedOf, unsentOf } from "./counted"
import { type State, stateOf } from "./period"
import { isInScope, knowsWhose, maySeeAll } from "./policy"
import { sealFrom } from "./sealed"
import { withProposed } from "./statements/shown/queries"

const bodies = aliasedTable(groups, "bodies")

/** What came of it, once it was told. */
const told = sql<
  string | null
>`case when ${consultations.finishedAt} is not null then ${consultations.outcome} end`

const columns = {
  id: consultations.id,
  title: consultations.title,
  about: consultations.about,
  bodyId: consultations.bodyId,
  body: bodies.name,
  networkId: consultations.networkId,
  network: networks.name,
  viewQuery: consultations.viewQuery,
  minutes: consultations.minutes,
  naming: consultations.naming,
  /** Quotes have the group’s name, and numbers are shown whole. */
  named: sql<boolean>`${consultations.naming} = 'body'`,
  partsBy: consultations.partsBy,
  individuals: consultations.individuals,
  periodReason: consultations.periodReason,
  fairness: consultations.fairness,
  closingChanges: consultations.closingChanges,
  sourceUrl: consultations.sourceUrl,
  sourceClosesOn: consultations.sourceClosesOn,
  sourceAnswers: consultations.sourceAnswers,
  stoppedAt: consultations.stoppedAt,
  stoppedReason: consultations.stoppedReason,
  emailSubject: consultations.emailSubject,
  emailWords: consultations.emailWords,
  closesAt: consultations.closesAt,
  openedAt: consultations.openedAt,
  closedAt: consultations.closedAt,
  outcome: told,
  /** What staff have typed, before anybody is told. */
  typedOutcome: consultations.outcome,
  finishedAt: consultations.finishedAt,
  version: consultations.version,
  createdBy: consultations.createdBy,
}

const reading = (ctx: Ctx) =>
  ctx.tx
    .select(columns)
    .from(consultations)
    .leftJoin(bodies, eq(bodies.id, consultations.bodyId))
    .leftJoin(networks, eq(networks.id, consultations.networkId))
    .$dynamic()

/** The groups that the asker speaks for and that were asked in a consultation, by name. */
export async function listYourInvitations(ctx: Ctx, consultationId: string) {
  const ids = groupIdsOf(ctx)
  if (ids.length === 0 || !isInScope(ctx.actor, consultationId)) return []
  return ctx.tx
    .select({ id: groups.id, name: groups.name, declinedAt: invitations.declinedAt })
    .from(invitations)
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .where(and(eq(invitations.consultationId, consultationId), isOneOf(invitations.groupId, ids)))
    .orderBy(asc(groups.name))
}

/** A consultation, for staff and for the people of the groups that were asked. NotFound for all others. */
export async function getConsultation(ctx: Ctx, id: string) {
  found(isInScope(ctx.actor, id) || null)
  const [row] = await reading(ctx).where(eq(consultations.id, id))
  const consultation = found(row)
  if (!maySeeAll(ctx.actor)) {
    const yours = consultation.openedAt ? await listYourInvitations(ctx, id) : []
    found(yours.length > 0 || null)
  }
  const typedOutcome = maySeeAll(ctx.actor) ? consultation.typedOutcome : null
  return { ...consultation, typedOutcome, state: stateOf(consultation, ctx.now) }
}
export type Consultation = Awaited<ReturnType<typeof getConsultation>>

/** The key by which its answers are sealed; null where they aren’t, or no longer. */
export async function readSeal(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select({ salt: consultations.sealSalt })
    .from(consultations)
    .where(eq(consultations.id, id))
  return row?.salt ? sealFrom(row.salt) : null
}

/** Its questions in their order. Read the consultation first: that is the check. */
export async function listQuestions(ctx: Ctx, consultationId: string) {
  found(isInScope(ctx.actor, consultationId) || null)
  const asked = await ctx.tx
    .select({
      id: questions.id,
      position: questions.position,
      kind: questions.kind,
      title: questions.title,
      help: questions.help,
      setting: questions.setting,
      required: questions.required,
    })
    .from(questions)
    .where(eq(questions.consultationId, consultationId))
    .orderBy(asc(questions.position), asc(questions.id))
  return withProposed(ctx, asked)
}
export type Question = Awaited<ReturnType<typeof listQuestions>>[number]

const its = sql`"consultations"."id"`

/** Every consultation of the LIO, for staff, or the open ones: soonest to close first, then the newest. */
export async function listConsultations(ctx: Ctx, { open = false } = {}) {
  ensure(maySeeAll(ctx.actor), say("Only staff can look through all consultations."))
  const rows = await ctx.tx
    .select({
      id: consultations.id,
      title: consultations.title,
      body: bodies.name,
      openedAt: consultations.openedAt,
      closesAt: consultations.closesAt,
      closedAt: consultations.closedAt,
      finishedAt: consultations.finishedAt,
      stoppedAt: consultations.stoppedAt,
      outcome: told,
      asked: askedOf(its),
      answered: answeredOf(its),
    })
    .from(consultations)
    .leftJoin(bodies, eq(bodies.id, consultations.bodyId))
    .where(open ? and(isNotNull(consultations.openedAt), isNull(consultations.closedAt)) : undefined)
    .orderBy(sql`${consultations.closesAt} asc nulls last`, desc(consultations.createdAt))
  const stated = rows.map((row) => ({ ...row, state: stateOf(row, ctx.now) as State }))
  return open ? stated.filter(({ state }) => state === "open") : stated
}
export type ConsultationRow = Awaited<ReturnType<typeof listConsultations>>[number]

/** What a member's groups were asked, each with where their answer stands. Newest first. */
export async function listYours(ctx: Ctx) {
  const ids = groupIdsOf(ctx)
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .select({
      id: consultations.id,
      title: consultations.title,
      minutes: consultations.minutes,
      openedAt: consultations.openedAt,
      closesAt: consultations.closesAt,
      closedAt: consultations.closedAt,
      finishedAt: consultations.finishedAt,
      stoppedAt: consultations.stoppedAt,
      stoppedReason: consultations.stoppedReason,
      outcome: told,
      groupId: groups.id,
      group: groups.name,
      declinedAt: invitations.declinedAt,
      startedAt: responses.startedAt,
      signedOffAt: responses.signedOffAt,
      changed: unsentOf(sql`"responses"`),
    })
    .from(invitations)
    .innerJoin(consultations, eq(consultations.id, invitations.consultationId))
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .leftJoin(
      responses,
      and(eq(responses.consultationId, consultations.id), eq(responses.groupId, invitations.groupId)),
    )
    .where(and(isOneOf(invitations.groupId, ids), isNotNull(consultations.openedAt)))
    .orderBy(desc(consultations.openedAt), asc(groups.name))
  return rows
    .filter((row) => isInScope(ctx.actor, row.id))
    .map((row) => ({ ...row, state: stateOf(row, ctx.now) }))
}
export type Yours = Awaited<ReturnType<typeof listYours>>[number]

/** Open consultations that wait for an answer of a person's groups, or for changes of it to be sent; soonest to close first. */
export async function listWaitingFor(ctx: Ctx, personId: string) {
  const me = "personId" in ctx.actor && ctx.actor.personId === personId
  ensure(me || maySeeAll(ctx.actor))
  const rows = await ctx.tx.execute<{
    id: string
    title: string
    closesAt: string
    minutes: number
    groupId: string
    group: string
    started: boolean
    ready: boolean
    lead: boolean
    changed: number
  }>(sql`
    select c.id, c.title, c.closes_at as "closesAt", c.minutes, g.id as "groupId", g.name as "group",
      exists (select from answers a where a.response_id = r.id) as started, coalesce(r.ready_at is not null, false) as ready,
      bool_or(ro.speaks = 'lead') as lead, ${unsentOf(sql`r`)} as changed
    from roles ro
    join invitations i on i.group_id = ro.group_id
    join consultations c on c.id = i.consultation_id
    join groups g on g.id = i.group_id and g.removed_at is null
    left join responses r on r.consultation_id = c.id and r.group_id = g.id
    where ro.person_id = ${personId}::uuid and ro.speaks is not null and ${isHeld(ctx, sql`ro`)}
      and i.declined_at is null and (r.signed_off_at is null or ${unsentOf(sql`r`)} > 0) and c.opened_at is not null and c.closed_at is null
      and c.closes_at > ${ctx.now.toISOString()}::timestamptz
    group by c.id, c.title, c.closes_at, c.minutes, g.id, g.name, r.lio_id, r.id
    order by c.closes_at, c.title, g.name`)
  return rows.map((row) => ({ ...row, closesAt: new Date(row.closesAt) }))
}

/** What each group signed off last, for staff. Drafts never count and are never in it. */
export async function signedOffAnswers(ctx: Ctx, consultationId: string) {
  ensure(maySeeAll(ctx.actor), say("Only staff can read the answers of all groups."))
  ensure(
    knowsWhose(await getConsultation(ctx, consultationId)),
    say("These answers are anonymous, so there’s no list of them by group."),
  )
  return readSignedOff(ctx, consultationId)
}
export type SignedOff = Awaited<ReturnType<typeof signedOffAnswers>>[number]

/**
 * The same without a check: for numbers that hold back what could pick a group out. `again`: as they would be counted today,
 * for a correction, and not as they were when it closed.
 */
export async function readSignedOff(ctx: Ctx, consultationId: string, { again = false } = {}) {
  const rows = await ctx.tx.execute<Omit<SignedOffRow, "signedOffAt"> & { signedOffAt: string }>(sql`
    with a as materialized (select * from ${again ? sql`counted_answers` : sql`answers_to_read`} where consultation_id = ${consultationId}::uuid)
    select a.response_id as "responseId", v.version, a.group_id as "groupId", g.name as "group", a.reference,
      coalesce(a.quotable, false) as quotable, coalesce(a.quotable_to_groups, false) as "quotableToGroups", v.on_behalf as "onBehalf", v.signed_off_at as "signedOffAt",
      v.signed_off_name as "signedOffName", v.answers, v.digest
    from a join response_versions v on v.response_id = a.response_id and v.version = a.version
    join groups g on g.id = a.group_id
    order by g.name, g.id`)
  return rows.map((row): SignedOffRow => ({ ...row, signedOffAt: new Date(row.signedOffAt) }))
}
type SignedOffRow = {
  responseId: string
  version: number
  groupId: string
  group: string
  reference: string
  quotable: boolean
  quotableToGroups: boolean
  onBehalf: boolean
  signedOffAt: Date
  signedOffName: string
  answers: Record<string, AnswerValue>
  digest: string
}
