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
import { formatDate, formatMoney, inWords, say, sayCount } from "@/lib/words"

type Where = { lio: string }
type FromForm = Where & { form: FormData }

const toGroup = (groupId: string, text: string, { lio }: Where) => ({
  to: `/${lio}/groups/${groupId}/membership`,
  banner: { text },
})
type Written = { id: string; groupId: string; group: string; endsOn: string | null }

/** To the group's membership, with words for a period that has a last day and for one that has none; Undo takes it back. */
function toPeriod(
  { id, groupId, group, endsOn }: Written,
  words: {
    until: (of: { group: string; day: string }) => string
    endless: (of: { group: string }) => string
  },
  where: Where,
) {
  const text = endsOn ? words.until({ group, day: formatDate(endsOn) }) : words.endless({ group })
  const { to, banner } = toGroup(groupId, text, where)
  return { to, banner: { ...banner, undo: { what: "membership-period" as const, id, back: to } } }
}
export const beginMembershipForm = submit("beginMembership", beginInput, beginMembership, (period, where) =>
  toPeriod(
    period,
    {
      until: (of) => say("{group} has a membership until {day}.", of),
      endless: (of) => say("{group} has a membership.", of),
    },
    where,
  ),
)
export const renewMembershipForm = submit("renewMembership", renewInput, renewMembership, (period, where) =>
  toPeriod(
    period,
    {
      until: (of) => say("{group} is renewed until {day}.", of),
      endless: (of) => say("{group} is renewed.", of),
    },
    where,
  ),
)
/** Takes back a period that was begun or renewed by mistake. */
export const takeBackPeriodForm = submit(
  "takeBackPeriod",
  takeBackInput,
  takeBackPeriod,
  ({ groupId, group }, where) =>
    toGroup(groupId, say("Undone. {group}’s membership is as it was before.", { group }), where),
)
/** The groups by name; of many the first, and how many more there are. */
const named = (done: Outcome["done"]) =>
  inWords([
    ...done.slice(0, 4).map(({ group }) => group),
    ...(done.length > 4
      ? [sayCount(done.length - 4, { one: "{count} other group", other: "{count} other groups" })]
      : []),
  ])

/** `what` was done, said of the groups by name. */
const toMany = ({ done, left, undo }: Outcome, what: string, show: string, { lio, form }: FromForm) => {
  const to = backTo(form.get("back"), lio) ?? `/${lio}/memberships?show=${show}`
  const banner = {
    kind: left.length > 0 ? ("note" as const) : ("done" as const),
    text: [
      done.length > 0 ? `${what}: ${named(done)}.` : say("Nothing was done."),
      left.length > 0
        ? sayCount(
            left.length,
            { one: "{count} group left as it was: {why}", other: "{count} groups left as they were: {why}" },
            { why: [...new Set(left.map(({ because }) => because))].slice(0, 3).join(" ") },
          )
        : "",
    ]
      .filter(Boolean)
      .join(" "),
    links: left.slice(0, 5).map(({ groupId }, at) => ({
      label: say("See number {at}", { at: at + 1 }),
      href: `/${lio}/groups/${groupId}/membership`,
    })),
    undo: undo ? { what: "acts" as const, id: undo, back: to } : undefined,
  }
  return { to, banner }
}
/** Renews many, or says that they paid. */
export const doForManyForm = submit("doForMany", manyInput, doForMany, (outcome, where) => {
  const { paid, done } = outcome
  const target = toMany(
    outcome,
    paid.length > 0
      ? say("Paid")
      : sayCount(done.length, { one: "Renewed {count} membership", other: "Renewed {count} memberships" }),
    "current",
    where,
  )
  if (paid.length === 0) return target
  const sum = formatMoney(sumOf(paid))
  const text = sayCount(
    paid.length,
    {
      one: "{count} fee marked as paid, {sum} in all. {banner}",
      other: "{count} fees marked as paid, {sum} in all. {banner}",
    },
    { sum, banner: target.banner.text },
  )
  const groups = [...new Map(paid.map((one) => [one.groupId, one.group]))].slice(0, 5)
  const links = groups.map(([groupId, label]) => ({
    label,
    href: `/${where.lio}/groups/${groupId}/membership`,
  }))
  return { ...target, banner: { ...target.banner, text, links: [...target.banner.links, ...links] } }
})
function begun(done: Outcome["done"]) {
  const begins = done[0]?.startsOn
  if (begins)
    return sayCount(
      done.length,
      {
        one: "{count} membership will begin on {begins}",
        other: "{count} memberships will begin on {begins}",
      },
      { begins: formatDate(begins) },
    )
  return sayCount(done.length, {
    one: "{count} group is a member now",
    other: "{count} groups are members now",
  })
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
      banner: {
        text: say("Marked as paid: {group}", { group }),
        undo: { what: "membership-paid", id, back },
      },
    }
  },
)
export const changeMembershipForm = submit(
  "changeMembership",
  changeInput,
  changeMembership,
  ({ groupId }, where) => toGroup(groupId, say("Saved."), where),
)
export const setLastDayForm = submit(
  "setLastDay",
  lastDayInput,
  setLastDay,
  ({ groups, endsOn }, { lio }) => ({
    to: `/${lio}/memberships?show=endless`,
    banner: {
      text: sayCount(
        groups,
        {
          one: "{count} membership goes until {endsOn} now.",
          other: "{count} memberships go until {endsOn} now.",
        },
        { endsOn: formatDate(endsOn) },
      ),
    },
  }),
)
export const endMembershipForm = submit(
  "endMembership",
  endInput,
  endMembership,
  ({ groupId, group }, where) =>
    toGroup(groupId, say("The membership of {group} is ended. Its history stays.", { group }), where),
)
export const addChaseForm = submit("addChase", chaseInput, addChase, ({ groupId }, where) =>
  toGroup(groupId, say("Written down."), where),
)

/** A lead asks for their own group. */
export const askForGroupForm = submit("askForGroup", askInput, askForGroup, ({ groupId, renewed }, where) =>
  toGroup(
    groupId,
    renewed
      ? say("Thank you. Your group is renewed.")
      : say("We have your request, and write to you as soon as somebody has looked at it."),
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
      text: say("Accepted: {group}. In a minute we’ll email them.", { group }),
      links: [{ label: say("See the group"), href: `/${where.lio}/groups/${groupId}/membership` }],
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
      text: say("Not accepted: {group}. In a minute we’ll email them the reason.", { group }),
      undo: { what: "membership-request", id, back: toRequests(where) },
    },
  }),
)
