import "server-only"
import type { Ctx } from "../../access/ctx"
import { listDays } from "../../calendar/queries"
import type { ConsultationRow } from "../../consultations/queries"
import { daysAfter } from "../../days"
import { ensure } from "../../errors"
import { readList } from "../../lists/input"
import { membershipList } from "../../memberships/list/filters"
import { listMemberships } from "../../memberships/list/queries"
import { listDueReplies, listPromises } from "../../representations/replies/queries"
import { countTasks } from "../../tasks/queries"
import { dayOf, say, shortened } from "../../words"
import { maySeeStaffHome } from "../policy"

const DAYS_AHEAD = 30
const MOST = 10

/** Something on a day; `tasks`: how many are due. */
export type Entry =
  | { kind: "closes"; id: string; title: string; on: string }
  | { kind: "reply"; id: string; title: string; on: string; body: string }
  | { kind: "promise"; id: string; title: string; on: string; body: string; path: string }
  | { kind: "membership"; id: string; title: string; on: string }
  | { kind: "date"; id: string; title: string; on: string; path: string }
  | { kind: "tasks"; id: "today" | "tomorrow"; on: string; tasks: number }

/** Representations whose reply is due within 30 days or late. */
async function listReplies(ctx: Ctx): Promise<Entry[]> {
  const rows = await listDueReplies(ctx, { until: daysAfter(ctx.today, DAYS_AHEAD), most: MOST })
  return rows.map((row) => ({ kind: "reply", ...row }))
}

/** Promises of bodies that fall due within 30 days or are late. */
async function listPromised(ctx: Ctx): Promise<Entry[]> {
  const rows = await listPromises(ctx, { until: daysAfter(ctx.today, DAYS_AHEAD) })
  return rows.slice(0, MOST).map(({ id, ask, askId, representationId, body, promisedFor }) => ({
    ...{ kind: "promise", id, title: shortened(ask, 80), on: promisedFor, body },
    path: `representations/${representationId}/asks/${askId}/outcome`,
  }))
}

/** Memberships whose last day is today or tomorrow. */
async function listEnding(ctx: Ctx): Promise<Entry[]> {
  const query = { show: "ending", from: ctx.today, to: daysAfter(ctx.today, 1) }
  const rows = await listMemberships(ctx, readList(membershipList, query), MOST)
  return rows.map(({ groupId, group, endsOn }) => ({
    ...{ kind: "membership", id: groupId, title: group, on: endsOn ?? ctx.today },
  }))
}

/** Events, and meetings of boards, that are on within 30 days. */
async function listOn(ctx: Ctx): Promise<Entry[]> {
  const rows = await listDays(ctx, ctx.today, daysAfter(ctx.today, DAYS_AHEAD + 1))
  return rows
    .filter(({ cancelled }) => !cancelled)
    .slice(0, MOST)
    .map(({ id, title, day, path }) => ({ kind: "date", id, title, on: day, path }))
}

/** What has its day today or tomorrow, what is on in the next 30 days, and deadlines until then or already past; soonest first. */
export async function listCalendar(ctx: Ctx, open: ConsultationRow[]): Promise<Entry[]> {
  ensure(maySeeStaffHome(ctx.actor), say("This page is for staff."))
  const [on, replies, promised, ending, counts] = await Promise.all([
    listOn(ctx),
    listReplies(ctx),
    listPromised(ctx),
    listEnding(ctx),
    countTasks(ctx),
  ])
  const tomorrow = daysAfter(ctx.today, 1)
  const until = daysAfter(ctx.today, DAYS_AHEAD)
  const closing = open.flatMap(({ id, title, closesAt }): Entry[] => {
    const on = closesAt && dayOf(closesAt, ctx.lio.timezone)
    return on && on <= until ? [{ kind: "closes", id, title, on }] : []
  })
  const due: Entry[] = [
    { kind: "tasks", id: "today", on: ctx.today, tasks: counts.teamToday },
    { kind: "tasks", id: "tomorrow", on: tomorrow, tasks: counts.teamTomorrow },
  ]
  return [
    ...on,
    ...closing,
    ...replies,
    ...promised,
    ...ending,
    ...due.filter((one) => one.kind !== "tasks" || one.tasks > 0),
  ].sort((one, other) => one.on.localeCompare(other.on))
}
