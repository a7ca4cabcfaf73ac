import "server-only"
import { type Ctx, personOf } from "../access/ctx"
import { listToConfirm } from "../annual-check/queries"
import { listConsultations, listWaitingFor } from "../consultations/queries"
import { countEntries } from "../directory/queries"
import { listDrafts } from "../drafts/queries"
import { ensure, found } from "../errors"
import { getExamples } from "../examples/queries"
import { listOwnChecks } from "../health-checks/answering/queries"
import { mayRunLio } from "../lios/policy"
import { listColleagues } from "../lios/queries"
import { listToRenew } from "../memberships/queries"
import { listAwaitedHere } from "../opportunities/consortia/people/queries"
import { countOpen } from "../opportunities/queries"
import { listOwnNominating, listOwnVotes } from "../partnerships/elections/taking/queries"
import { listToReport } from "../partnerships/meetings/queries"
import { listMeetingsToRaise } from "../partnerships/raising/queries"
import { hasBoards } from "../partnerships/speaking/queries"
import { countServices } from "../services/queries"
import { draftInWords } from "../sessions/form/queries"
import { mayRecordSessions } from "../sessions/policy"
import { mayKeepTasks } from "../tasks/policy"
import { countTasks, listForToday } from "../tasks/queries"
import { say } from "../words"
import { getAnswers } from "./answers/queries"
import { listCalendar } from "./calendar/queries"
import { listNetworksToJoin, listOutcomes, listUnread } from "./member/queries"
import { maySeeMemberHome, maySeeStaffHome } from "./policy"
import { countQuiet, getChecklist, sumMonth } from "./staff/queries"

const TASKS_SHOWN = 8

/** The day of somebody who works for the LIO: what to do, what waits for an answer, what is on, and the month in figures. */
async function getStaffHome(ctx: Ctx) {
  const open = listConsultations(ctx, { open: true })
  const [
    consultations,
    tasks,
    counts,
    answers,
    calendar,
    colleagues,
    quiet,
    month,
    drafts,
    checklist,
    examples,
  ] = await Promise.all([
    open,
    listForToday(ctx, TASKS_SHOWN),
    countTasks(ctx),
    getAnswers(ctx),
    open.then((rows) => listCalendar(ctx, rows)),
    listColleagues(ctx),
    countQuiet(ctx),
    sumMonth(ctx),
    listDrafts(ctx, "session.new"),
    getChecklist(ctx),
    getExamples(ctx),
  ])
  return {
    kind: "staff" as const,
    ...{ tasks, counts, answers, calendar, consultations, colleagues, quiet, month, checklist, examples },
    drafts: drafts.map(draftInWords),
    records: mayRecordSessions(ctx.actor),
    keeps: mayKeepTasks(ctx.actor),
    manages: mayRunLio(ctx.actor),
    now: ctx.now,
  }
}
export type StaffHome = Awaited<ReturnType<typeof getStaffHome>>

/** Speaks for more than one group: then each thing says for which. */
const several = (ctx: Ctx) => (personOf(ctx.actor)?.groups.length ?? 0) > 1

/** What waits for a member: consultations, words to them in networks, and what came of what they said. */
export async function getMemberHome(ctx: Ctx) {
  const [
    waiting,
    unread,
    networks,
    outcomes,
    toConfirm,
    checks,
    renewals,
    services,
    entries,
    raising,
    reports,
    boards,
    opportunities,
    votes,
    nominating,
    consortia,
  ] = await Promise.all([
    listWaitingFor(ctx, found(personOf(ctx.actor)).personId),
    listUnread(ctx),
    listNetworksToJoin(ctx),
    listOutcomes(ctx),
    listToConfirm(ctx),
    listOwnChecks(ctx),
    listToRenew(ctx),
    countServices(ctx),
    countEntries(ctx),
    listMeetingsToRaise(ctx),
    listToReport(ctx),
    hasBoards(ctx),
    countOpen(ctx),
    listOwnVotes(ctx),
    listOwnNominating(ctx),
    listAwaitedHere(ctx),
  ])
  return {
    kind: "member" as const,
    waiting,
    unread,
    networks,
    outcomes,
    toConfirm,
    checks,
    renewals,
    services,
    entries,
    raising,
    reports,
    boards,
    opportunities,
    votes,
    nominating,
    consortia,
    sits: "seats" in ctx.actor ? ctx.actor.seats.length : 0,
    several: several(ctx),
    now: ctx.now,
  }
}
export type MemberHome = Awaited<ReturnType<typeof getMemberHome>>

/** The first page after sign-in, for whoever is asking. */
export async function getHome(ctx: Ctx): Promise<StaffHome | MemberHome> {
  if (maySeeStaffHome(ctx.actor)) return getStaffHome(ctx)
  ensure(maySeeMemberHome(ctx.actor), say("Sign in to see your home page."))
  return getMemberHome(ctx)
}
