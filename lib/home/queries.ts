import "server-only"
import { type Ctx, personOf } from "../access/ctx"
import { listToConfirm } from "../annual-check/queries"
import { listWaitingFor } from "../consultations/queries"
import { listDrafts } from "../drafts/queries"
import { ensure, found } from "../errors"
import { countProposals } from "../groups/proposals/queries"
import { mayRunLio } from "../lios/policy"
import { readList } from "../lists/input"
import { listToRenew } from "../memberships/queries"
import { countRequests } from "../memberships/requests/queries"
import { countServices } from "../services/queries"
import { draftInWords } from "../sessions/form/queries"
import { mayRecordSessions } from "../sessions/policy"
import { taskList } from "../tasks/filters"
import { mayKeepTasks } from "../tasks/policy"
import { countTasks, listTasks } from "../tasks/queries"
import { listNetworksToJoin, listOutcomes, listUnread } from "./member/queries"
import { maySeeMemberHome, maySeeStaffHome } from "./policy"
import { countUnheard, getChecklist, listDeadlines, sumMonth } from "./staff/queries"

const STEPS_SHOWN = 5

/** The day of somebody who works for the LIO: their tasks, deadlines, who is not heard, the month in figures. */
async function getStaffHome(ctx: Ctx) {
  const [tasks, counts, deadlines, unheard, month, drafts, checklist, proposals, requests] =
    await Promise.all([
      listTasks(ctx, readList(taskList, {}), STEPS_SHOWN),
      countTasks(ctx),
      listDeadlines(ctx),
      countUnheard(ctx),
      sumMonth(ctx),
      listDrafts(ctx, "session.new"),
      getChecklist(ctx),
      countProposals(ctx),
      countRequests(ctx),
    ])
  return {
    kind: "staff" as const,
    tasks,
    counts,
    deadlines,
    unheard,
    month,
    drafts: drafts.map(draftInWords),
    checklist,
    proposals,
    requests,
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
  const [waiting, unread, networks, outcomes, toConfirm, renewals, services] = await Promise.all([
    listWaitingFor(ctx, found(personOf(ctx.actor)).personId),
    listUnread(ctx),
    listNetworksToJoin(ctx),
    listOutcomes(ctx),
    listToConfirm(ctx),
    listToRenew(ctx),
    countServices(ctx),
  ])
  return {
    kind: "member" as const,
    waiting,
    unread,
    networks,
    outcomes,
    toConfirm,
    renewals,
    services,
    several: several(ctx),
    now: ctx.now,
  }
}
export type MemberHome = Awaited<ReturnType<typeof getMemberHome>>

/** The first page after sign-in, for whoever is asking. */
export async function getHome(ctx: Ctx): Promise<StaffHome | MemberHome> {
  if (maySeeStaffHome(ctx.actor)) return getStaffHome(ctx)
  ensure(maySeeMemberHome(ctx.actor), "Sign in to see your home page.")
  return getMemberHome(ctx)
}
