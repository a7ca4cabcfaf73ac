"use server"

import { backTo } from "@/app/_http/back-to"
import { submit, submitOutside } from "@/app/_http/submit"
import type { Ctx } from "@/lib/access/ctx"
import { confirmByLink, confirmGroup } from "@/lib/annual-check/commands"
import { confirmByLinkInput, confirmInput } from "@/lib/annual-check/input"
import { byConfirmLink } from "@/lib/annual-check/queries"
import { changeAnswersInput } from "@/lib/fields/input"
import { changeAnswers } from "@/lib/groups/answers/commands"
import { changeCell } from "@/lib/groups/cells/commands"
import { changeCellInput } from "@/lib/groups/cells/input"
import { closeGroup } from "@/lib/groups/commands"
import { addWholeGroup, fillInGroup } from "@/lib/groups/details/commands"
import { addGroupInput, fillInInput } from "@/lib/groups/details/input"
import { putBack } from "@/lib/groups/history/commands"
import { putBackInput } from "@/lib/groups/history/input"
import { listShared } from "@/lib/groups/identifiers/queries"
import { type ChangeGroup, changeSections, closeGroupInput } from "@/lib/groups/input"
import { decideProposal, describeGroup, withdrawProposal } from "@/lib/groups/proposals/commands"
import { decideInput, proposalIdInput } from "@/lib/groups/proposals/input"
import { endRole, setMainContact, setSpeaking } from "@/lib/groups/roles/commands"
import { endRoleInput, mainContactInput, speakingInput, welcomeInput } from "@/lib/groups/roles/input"
import { addPerson, withdrawInvitation } from "@/lib/groups/roles/invitations/commands"
import { withdrawInvitationInput } from "@/lib/groups/roles/invitations/input"

import { formatDate, inWords, say, sayCount } from "@/lib/words"

type Where = { lio: string }

export const addGroupForm = submit("addGroup", addGroupInput, addWholeGroup, (group, { lio }) => ({
  to: `/${lio}/groups/${group.id}`,
  banner: {
    text: say("Added {group}", { group: group.name }),
    links: [{ label: say("Add another group"), href: `/${lio}/groups/new` }],
  },
}))

const change = (ctx: Ctx, { id, ...fields }: ChangeGroup & { id: string }) => describeGroup(ctx, id, fields)
const changed = (group: Awaited<ReturnType<typeof change>>, { lio }: Where) => ({
  to: `/${lio}/groups/${group.id}/details`,
  banner: {
    text: savedInWords(group),
    undo: group.save ? { what: "group" as const, id: group.save } : undefined,
  },
})

function savedInWords({ name, changed, waiting }: Awaited<ReturnType<typeof change>>) {
  const waits = sayCount(
    waiting.length,
    {
      one: "{waiting} waits until the staff have looked",
      other: "{waiting} wait until the staff have looked",
    },
    { waiting: inWords(waiting) },
  )
  if (waiting.length > 0)
    return changed.length > 0
      ? say("Saved {name}. {waits}.", { name, waits })
      : say("Thank you. {waits}.", { waits })
  return changed.length > 0 ? say("Saved {name}", { name }) : say("Nothing was different, so nothing changed")
}

export const changeAboutForm = submit("changeGroup", changeSections.about, change, changed)
export const changeStandingForm = submit("changeGroup", changeSections.standing, change, changed)
export const changeDirectoryForm = submit("changeGroup", changeSections.directory, change, changed)
export const changeContactForm = submit("changeGroup", changeSections.contact, change, changed)
export const changeSizeForm = submit("changeGroup", changeSections.size, change, changed)
export const changeRegistersForm = submit(
  "changeGroup",
  changeSections.registers,
  async (ctx, input) => ({ ...(await change(ctx, input)), shared: await listShared(ctx, input.id) }),
  (group, where) => {
    const saved = changed(group, where)
    if (group.shared.length === 0) return saved
    const text = say("{banner}. Another group has the same number: is it the same group?", {
      banner: saved.banner.text,
    })
    const links = group.shared.map(({ id, name }) => ({ label: name, href: `/${where.lio}/groups/${id}` }))
    return { ...saved, banner: { text, links, kind: "note" as const } }
  },
)
export const changeListsForm = submit("changeGroup", changeSections.lists, change, changed)

export const fillInForm = submit("fillIn", fillInInput, fillInGroup, (group, where) =>
  changed({ ...group, waiting: [] }, where),
)

export const changeCellForm = submit("changeCell", changeCellInput, changeCell, (cell, { lio }) => ({
  to: `/${lio}/groups${cell.from ? `?${cell.from}` : ""}#g-${cell.id}`,
  banner: cell.save
    ? {
        text: say("Saved: {cell} of {group}", { cell: cell.label, group: cell.name }),
        undo: { what: "group" as const, id: cell.save },
      }
    : { text: say("Nothing was different, so nothing changed"), kind: "note" as const },
}))

export const changeAnswersForm = submit("changeAnswers", changeAnswersInput, changeAnswers, (group, where) =>
  changed({ ...group, waiting: [] }, where),
)

export const putBackForm = submit("putBack", putBackInput, putBack, ({ id, label, changed }, { lio }) => ({
  to: `/${lio}/groups/${id}/history`,
  banner: {
    text: changed ? say("Restored: {label}", { label }) : say("It says that already, so nothing changed"),
  },
}))

export const closeGroupForm = submit("closeGroup", closeGroupInput, closeGroup, (group, { lio }) => ({
  to: `/${lio}/groups/${group.id}`,
  banner: { text: say("Closed {group}. Its history stays.", { group: group.name }) },
}))

export const confirmGroupForm = submit("confirmGroup", confirmInput, confirmGroup, (group, { lio }) => ({
  to: `/${lio}/groups/${group.id}/details`,
  banner: { text: say("Thank you. The details of {group} are confirmed.", { group: group.name }) },
}))
/** The same with the link of a letter, without signing in. */
export const confirmByLinkForm = submitOutside(confirmByLinkInput, async (link) => {
  await byConfirmLink(link, (ctx) => confirmByLink(ctx, link.id))
  return `/${link.lio}/groups/${link.id}/confirm?key=${link.key}`
})

export const decideProposalForm = submit(
  "decideProposal",
  decideInput,
  decideProposal,
  (done, { lio, form }) => {
    const to = backTo(form.get("back"), lio) ?? `/${lio}/groups/proposals`
    const text =
      done.accepted.length > 0
        ? say("Changed {group}", { group: done.group })
        : say("Left {group} as it is", { group: done.group })
    return {
      to,
      banner: {
        text: say("{text}. In a minute we’ll email the person who asked.", { text }),
        undo: { what: "proposal", id: done.id, back: to },
      },
    }
  },
)
export const withdrawProposalForm = submit(
  "withdrawProposal",
  proposalIdInput,
  withdrawProposal,
  ({ groupId }, { lio }) => ({
    to: `/${lio}/groups/${groupId}/details`,
    banner: { text: say("Withdrawn. Your group’s details stay as they are.") },
  }),
)

const toPeople = (groupId: string, text: string, { lio }: Where) => ({
  to: `/${lio}/groups/${groupId}/people`,
  banner: { text },
})

export const addPersonForm = submit(
  "addPerson",
  welcomeInput,
  async (ctx, input) => ({ ...(await addPerson(ctx, input)), groupId: input.groupId }),
  ({ groupId, name, invited }, where) =>
    toPeople(
      groupId,
      invited
        ? say("We’ve emailed {name}. They’ll be listed here once they say yes.", { name })
        : say("Added {name}", { name }),
      where,
    ),
)
export const withdrawInvitationForm = submit(
  "withdrawInvitation",
  withdrawInvitationInput,
  withdrawInvitation,
  ({ groupId, name }, where) => toPeople(groupId, say("Withdrew the invitation to {name}", { name }), where),
)
export const endRoleForm = submit("endRole", endRoleInput, endRole, (role, where) =>
  toPeople(
    role.groupId,
    role.over
      ? say("Ended the role of {role}. It stays in the history.", { role: role.name })
      : say("The role of {role} ends on {endedOn}.", { role: role.name, endedOn: formatDate(role.endedOn) }),
    where,
  ),
)
export const setMainContactForm = submit(
  "setMainContact",
  mainContactInput,
  setMainContact,
  ({ groupId, name }, where) =>
    toPeople(
      groupId,
      name ? say("{name} is the main contact", { name }) : say("There is no main contact now"),
      where,
    ),
)
export const setSpeakingForm = submit("setSpeaking", speakingInput, setSpeaking, ({ groupId, name }, where) =>
  toPeople(groupId, say("Changed what {name} may do here", { name }), where),
)
