"use server"

import { submit } from "@/app/_http/submit"
import {
  decideConsortiumBid,
  submitConsortiumBid,
  tellFeedback,
} from "@/lib/opportunities/consortia/bid/commands"
import { decideBidInput, submitBidInput, tellFeedbackInput } from "@/lib/opportunities/consortia/bid/input"
import {
  acceptInvitation,
  askGroup,
  declineInvitation,
  dissolveConsortium,
  formConsortium,
  handLead,
  leaveConsortium,
} from "@/lib/opportunities/consortia/commands"
import {
  acceptInput,
  consortiumIdInput,
  formInput,
  ofConsortiumInput,
  proposeGroupInput,
} from "@/lib/opportunities/consortia/input"
import { removeFromConsortium, withdrawInvitation } from "@/lib/opportunities/consortia/leading/commands"
import { removeInput } from "@/lib/opportunities/consortia/leading/input"
import { enterRoom, nameSomebody, stepOut } from "@/lib/opportunities/consortia/people/commands"
import { letInInput, stepOutInput } from "@/lib/opportunities/consortia/people/input"
import { proposeGroup } from "@/lib/opportunities/consortia/proposing/commands"
import { agreeTerms, proposeTerms } from "@/lib/opportunities/consortia/terms/commands"
import { agreeTermsInput, proposeTermsInput } from "@/lib/opportunities/consortia/terms/input"
import {
  addConsortiumTask,
  finishConsortiumTask,
  noteDecision,
  sayInRoom,
} from "@/lib/opportunities/consortia/work/commands"
import { addTaskInput, decideInput, sayInput, taskInput } from "@/lib/opportunities/consortia/work/input"
import { say } from "@/lib/words"

const at = (lio: string, id: string, text: string, page = "") => ({
  to: `/${lio}/consortia/${id}${page}`,
  banner: { text },
})
const list = (lio: string, text: string) => ({ to: `/${lio}/consortia`, banner: { text } })

/** Brings groups together to bid. */
export const formConsortiumForm = submit("formConsortium", formInput, formConsortium, ({ id }, { lio }) =>
  at(lio, id, say("The room is open. Ask the groups that you want to bid with.")),
)
/** Asks a group to come in. */
export const askGroupForm = submit("askGroup", ofConsortiumInput, askGroup, ({ id, group }, { lio }) =>
  at(lio, id, say("{group} has been asked.", { group }), "/people"),
)
/** Staff propose a group. */
export const proposeGroupForm = submit(
  "proposeGroup",
  proposeGroupInput,
  proposeGroup,
  ({ id, group }, { lio }) => at(lio, id, say("Proposed {group}. Those who lead can ask it now.", { group })),
)
/** A group comes in. */
export const acceptInvitationForm = submit(
  "acceptInvitation",
  acceptInput,
  acceptInvitation,
  ({ id }, { lio }) => at(lio, id, say("Your group is in.")),
)
/** A group doesn't come in. */
export const declineInvitationForm = submit(
  "declineInvitation",
  ofConsortiumInput,
  declineInvitation,
  (_, { lio }) => list(lio, say("You’ve said no. They see that.")),
)
/** A group leaves. */
export const leaveConsortiumForm = submit(
  "leaveConsortium",
  ofConsortiumInput,
  leaveConsortium,
  (_, { lio }) => list(lio, say("Your group has left.")),
)
/** Another group leads. */
export const handLeadForm = submit("handLead", ofConsortiumInput, handLead, ({ id }, { lio }) =>
  at(lio, id, say("The other group leads now."), "/people"),
)
/** An invitation is withdrawn. */
export const withdrawInvitationForm = submit(
  "withdrawInvitation",
  ofConsortiumInput,
  withdrawInvitation,
  ({ id, group }, { lio }) => at(lio, id, say("{group} isn’t asked any more.", { group }), "/people"),
)
/** A group is removed. */
export const removeFromConsortiumForm = submit(
  "removeFromConsortium",
  removeInput,
  removeFromConsortium,
  ({ id, group }, { lio }) =>
    at(lio, id, say("{group} has been removed. Its leads get an email.", { group }), "/people"),
)
/** The consortium ends. */
export const dissolveConsortiumForm = submit(
  "dissolveConsortium",
  consortiumIdInput,
  dissolveConsortium,
  ({ id }, { lio }) => at(lio, id, say("The consortium has ended. You can still read the room.")),
)
/** Lets somebody in by name. */
export const letInForm = submit("letIn", letInInput, nameSomebody, ({ id, name }, { lio }) =>
  at(lio, id, say("{name} can come in now.", { name }), "/people"),
)
/** Whoever was let in comes in. */
export const enterRoomForm = submit("enterRoom", consortiumIdInput, enterRoom, ({ id }, { lio }) =>
  at(lio, id, say("You’re in.")),
)
/** Somebody steps out. */
export const stepOutForm = submit("stepOut", stepOutInput, stepOut, (_, { lio }) =>
  list(lio, say("You’ve stepped out. You can’t see that room any more.")),
)
/** A new version of the terms. */
export const proposeTermsForm = submit("proposeTerms", proposeTermsInput, proposeTerms, ({ id }, { lio }) =>
  at(lio, id, say("Saved. Each group has to agree to this version."), "/terms"),
)
/** A group agrees to the terms. */
export const agreeTermsForm = submit("agreeTerms", agreeTermsInput, agreeTerms, ({ id }, { lio }) =>
  at(lio, id, say("Your group has agreed."), "/terms"),
)
/** Writes down a decision. */
export const noteDecisionForm = submit("noteDecision", decideInput, noteDecision, ({ id }, { lio }) =>
  at(lio, id, say("Written down.")),
)
/** Gives somebody something to do. */
export const addConsortiumTaskForm = submit(
  "addConsortiumTask",
  addTaskInput,
  addConsortiumTask,
  ({ id }, { lio }) => at(lio, id, say("Added the task.")),
)
/** It is done. */
export const finishConsortiumTaskForm = submit(
  "finishConsortiumTask",
  taskInput,
  finishConsortiumTask,
  ({ id }, { lio }) => at(lio, id, say("Done.")),
)
/** Asks or answers. */
export const sayInRoomForm = submit("sayInRoom", sayInput, sayInRoom, ({ id }, { lio }) =>
  at(lio, id, say("Sent.")),
)
/** The bid has gone in. */
export const submitConsortiumBidForm = submit(
  "submitConsortiumBid",
  submitBidInput,
  submitConsortiumBid,
  ({ id }, { lio }) => at(lio, id, say("Saved."), "/bid"),
)
/** What became of it. */
export const decideConsortiumBidForm = submit(
  "decideConsortiumBid",
  decideBidInput,
  decideConsortiumBid,
  ({ id }, { lio }) => at(lio, id, say("Saved what became of the bid."), "/bid"),
)
/** What the buyer said of the bid. */
export const tellFeedbackForm = submit("tellFeedback", tellFeedbackInput, tellFeedback, ({ id }, { lio }) =>
  at(lio, id, say("Saved what the buyer said."), "/bid"),
)
