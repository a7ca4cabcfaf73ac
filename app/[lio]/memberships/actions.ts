"use server"

import { backTo } from "@/app/_http/back-to"
import { submit } from "@/app/_http/submit"
import { sumOf } from "@/lib/membership-status/words"
import { beginMany, doForMany, type Outcome } from "@/lib/memberships/bulk/commands"
import {
  addChase,
  beginMembership,
  changeMembership,
  endMembership,
  payMembership,
  renewMembership,
  setLastDay,
  takeBackPeriod,
} from "@/lib/memberships/commands"
import {
  beginInput,
  beginManyInput,
  changeInput,
  chaseInput,
  endInput,
  lastDayInput,
  manyInput,
  paidInput,
  renewInput,
  takeBackInput,
} from "@/lib/memberships/input"
import { acceptRequest, askForGroup, refuseRequest } from "@/lib/memberships/requests/commands"
import { acceptInput, askInput, refuseInput } from "@/lib/memberships/requests/input"
import { byNumber, formatDate, formatMoney, inWords, plural } from "@/lib/words"

type Where = { lio: string }
type FromForm = Where & { form: FormData }

const toGroup = (groupId: string, text: string, { lio }: Where) => ({
  to: `/${lio}/groups/${groupId}/membership`,
  banner: { text },
})
const until = (endsOn: string | null) => (endsOn ? ` until ${formatDate(endsOn)}` : "")

export const beginMembershipForm = submit(
  "beginMembership",
  beginInput,
  beginMembership,
  ({ groupId, group, endsOn }, where) =>
    toGroup(groupId, `${group} has a membership${until(endsOn)}.`, where),
)
export const renewMembershipForm = submit(
  "renewMembership",
  renewInput,
  renewMembership,
  ({ groupId, group, endsOn }, where) => toGroup(groupId, `${group} is renewed${until(endsOn)}.`, where),
)
/** Takes back a period that was begun or renewed by mistake. */
export const takeBackPeriodForm = submit(
  "takeBackPeriod",
  takeBackInput,
  takeBackPeriod,
  ({ groupId, group }, where) =>
    toGroup(groupId, `Undone. ${group}’s membership is as it was before.`, where),
)
/** The groups by name; of many the first, and how many more there are. */
const named = (done: Outcome["done"]) =>
  inWords([
    ...done.slice(0, 4).map(({ group }) => group),
    ...(done.length > 4 ? [plural(done.length - 4, "other group")] : []),
  ])

/** `what` was done, said of the groups by name. */
const toMany = ({ done, left }: Outcome, what: string, show: string, { lio, form }: FromForm) => ({
  to: backTo(form.get("back"), lio) ?? `/${lio}/memberships?show=${show}`,
  banner: {
    kind: left.length > 0 ? ("note" as const) : ("done" as const),
    text: `${done.length > 0 ? `${what}: ${named(done)}.` : "Nothing was done."}${left.length > 0 ? ` ${plural(left.length, "group")} left as they were: ${[...new Set(left.map(({ because }) => because))].slice(0, 3).join(" ")}` : ""}`,
    links: left.slice(0, 5).map(({ groupId }, at) => ({
      label: `See number ${at + 1}`,
      href: `/${lio}/groups/${groupId}/membership`,
    })),
  },
})
/** Renews many, or says that they paid. */
export const doForManyForm = submit("doForMany", manyInput, doForMany, (outcome, where) => {
  const { paid, done } = outcome
  const target = toMany(
    outcome,
    paid.length > 0 ? "Paid" : `Renewed ${plural(done.length, "membership")}`,
    "current",
    where,
  )
  if (paid.length === 0) return target
  const sum = formatMoney(sumOf(paid))
  const text = `${plural(paid.length, "fee")} marked as paid, ${sum} in all. ${target.banner.text}`
  const groups = [...new Map(paid.map((one) => [one.groupId, one.group]))].slice(0, 5)
  const links = groups.map(([groupId, label]) => ({
    label,
    href: `/${where.lio}/groups/${groupId}/membership`,
  }))
  return { ...target, banner: { ...target.banner, text, links: [...target.banner.links, ...links] } }
})
function begun(done: Outcome["done"]) {
  const begins = done[0]?.startsOn
  if (begins) return `${plural(done.length, "membership")} will begin on ${formatDate(begins)}`
  return `${plural(done.length, "group is a member", "groups are members")} now`
}

/** Begins the membership of many groups. */
export const beginManyForm = submit("beginMany", beginManyInput, beginMany, (outcome, where) =>
  toMany(outcome, begun(outcome.done), "none", where),
)
export const payMembershipForm = submit(
  "payMembership",
  paidInput,
  payMembership,
  ({ id, groupId, group }, where) => {
    const { to } = toGroup(groupId, "", where)
    const back = backTo(where.form.get("back"), where.lio) ?? to
    return {
      to: back,
      banner: { text: `Marked as paid: ${group}`, undo: { what: "membership-paid", id, back } },
    }
  },
)
export const changeMembershipForm = submit(
  "changeMembership",
  changeInput,
  changeMembership,
  ({ groupId }, where) => toGroup(groupId, "Saved.", where),
)
export const setLastDayForm = submit(
  "setLastDay",
  lastDayInput,
  setLastDay,
  ({ groups, endsOn }, { lio }) => ({
    to: `/${lio}/memberships?show=endless`,
    banner: {
      text: `${plural(groups, "membership", "memberships")} ${byNumber(groups, "goes", "go")} until ${formatDate(endsOn)} now.`,
    },
  }),
)
export const endMembershipForm = submit(
  "endMembership",
  endInput,
  endMembership,
  ({ groupId, group }, where) =>
    toGroup(groupId, `The membership of ${group} is ended. Its history stays.`, where),
)
export const addChaseForm = submit("addChase", chaseInput, addChase, ({ groupId }, where) =>
  toGroup(groupId, "Written down.", where),
)

/** A lead asks for their own group. */
export const askForGroupForm = submit("askForGroup", askInput, askForGroup, ({ groupId, renewed }, where) =>
  toGroup(
    groupId,
    renewed
      ? "Thank you. Your group is renewed."
      : "We have your request, and write to you as soon as somebody has looked at it.",
    where,
  ),
)

const toRequests = ({ lio, form }: FromForm) =>
  backTo(form.get("back"), lio) ?? `/${lio}/memberships?show=requests`

export const acceptRequestForm = submit(
  "acceptRequest",
  acceptInput,
  acceptRequest,
  ({ id, groupId, group }, where) => ({
    to: toRequests(where),
    banner: {
      text: `Accepted: ${group}. In a minute we’ll email them.`,
      links: [{ label: "See the group", href: `/${where.lio}/groups/${groupId}/membership` }],
      undo: { what: "membership-request", id, back: toRequests(where) },
    },
  }),
)
export const refuseRequestForm = submit(
  "refuseRequest",
  refuseInput,
  refuseRequest,
  ({ id, group }, where) => ({
    to: toRequests(where),
    banner: {
      text: `Not accepted: ${group}. In a minute we’ll email them the reason.`,
      undo: { what: "membership-request", id, back: toRequests(where) },
    },
  }),
)
