import "server-only"
import type { Ctx } from "../access/ctx"
import { listDrafts } from "../drafts/queries"
import { ensure } from "../errors"
import { draftInWords } from "../sessions/form/queries"
import { mayRecordSessions } from "../sessions/policy"
import { mayKeepTasks } from "../tasks/policy"
import { countTasks, listTasks } from "../tasks/queries"
import { listNetworksToJoin, listOutcomes, listUnread, listWaiting } from "./member/queries"
import { maySeeMemberHome, maySeeStaffHome } from "./policy"
import { countUnheard, getChecklist, listDeadlines, sumMonth } from "./staff/queries"

const STEPS_SHOWN = 5

/** The day of somebody who works for the LIO: their next steps, deadlines, who is not heard, the month in figures. */
export async function getStaffHome(ctx: Ctx) {
  const [tasks, counts, deadlines, unheard, month, drafts, checklist] = await Promise.all([
    listTasks(ctx, { whose: "mine", state: "open" }, STEPS_SHOWN),
    countTasks(ctx),
    listDeadlines(ctx),
    countUnheard(ctx),
    sumMonth(ctx),
    listDrafts(ctx, "session.new"),
    getChecklist(ctx),
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
    records: mayRecordSessions(ctx.actor),
    keeps: mayKeepTasks(ctx.actor),
    now: ctx.now,
  }
}
export type StaffHome = Awaited<ReturnType<typeof getStaffHome>>

/** What waits for a member: consultations, words to them in networks, and what came of what they said. */
export async function getMemberHome(ctx: Ctx) {
  const [waiting, unread, networks, outcomes] = await Promise.all([
    listWaiting(ctx),
    listUnread(ctx),
    listNetworksToJoin(ctx),
    listOutcomes(ctx),
  ])
  const groups = "groups" in ctx.actor ? ctx.actor.groups : []
  return { kind: "member" as const, waiting, unread, networks, outcomes, groups, now: ctx.now }
}
export type MemberHome = Awaited<ReturnType<typeof getMemberHome>>

/** The first page after sign-in, for whoever is asking. */
export async function getHome(ctx: Ctx): Promise<StaffHome | MemberHome> {
  if (maySeeStaffHome(ctx.actor)) return getStaffHome(ctx)
  ensure(maySeeMemberHome(ctx.actor), "Sign in to see your home page.")
  return getMemberHome(ctx)
}
