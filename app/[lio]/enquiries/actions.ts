"use server"

import { backTo } from "@/app/_http/back-to"
import { submit } from "@/app/_http/submit"
import { becomeGroup } from "@/lib/enquiries/becoming/commands"
import {
  answerEnquiry,
  changeEnquiry,
  endEnquiry,
  enterEnquiry,
  reopenEnquiry,
  taskOfEnquiry,
} from "@/lib/enquiries/commands"
import {
  becomeInput,
  changeEnquiryInput,
  endEnquiryInput,
  enquiryIdInput,
  enterInput,
} from "@/lib/enquiries/input"
import { addStep, beginPathway, changeStep, tickStep } from "@/lib/enquiries/steps/commands"
import { addStepInput, beginInput, changeStepInput, tickStepInput } from "@/lib/enquiries/steps/input"
import { say } from "@/lib/words"

type Where = { lio: string; form: FormData }
const back = ({ lio, form }: Where) => backTo(form.get("back"), lio) ?? `/${lio}/enquiries`

/** Somebody has dealt with it. */
export const answerEnquiryForm = submit("answerEnquiry", enquiryIdInput, answerEnquiry, (one, where) => ({
  to: back(where),
  banner: {
    text: say("Dealt with: the enquiry from {name}", { name: one.name }),
    undo: { what: "enquiry", id: one.id, back: back(where) },
  },
}))
/** It waits again. */
export const reopenEnquiryForm = submit("reopenEnquiry", enquiryIdInput, reopenEnquiry, (one, where) => ({
  to: back(where),
  banner: { text: say("Waiting again: the enquiry from {name}", { name: one.name }), kind: "note" },
}))
/** It becomes a task. */
export const taskOfEnquiryForm = submit("taskOfEnquiry", enquiryIdInput, taskOfEnquiry, (one, where) => ({
  to: back(where),
  banner: {
    text: say("The enquiry from {name} is one of your tasks now", { name: one.name }),
    links: [{ label: say("See the task"), href: `/${where.lio}/tasks/${one.task.id}` }],
  },
}))

const page = (lio: string, id: string) => `/${lio}/enquiries/${id}`

/** A worker writes down who rang, wrote or came by. */
export const enterEnquiryForm = submit("enterEnquiry", enterInput, enterEnquiry, ({ id }, { lio }) => ({
  to: page(lio, id),
  banner: { text: say("Added the enquiry") },
}))
/** Something is known better. */
export const changeEnquiryForm = submit(
  "changeEnquiry",
  changeEnquiryInput,
  changeEnquiry,
  ({ id }, { lio }) => ({
    to: page(lio, id),
    banner: { text: say("Saved.") },
  }),
)
/** It begins on its way to a group. */
export const beginPathwayForm = submit("beginPathway", beginInput, beginPathway, ({ id }, { lio }) => ({
  to: `${page(lio, id)}#steps`,
  banner: { text: say("The steps are below. Tick each as it’s done.") },
}))
/** A step is done, or not after all. */
export const tickStepForm = submit("tickStep", tickStepInput, tickStep, ({ id, title, done }, { lio }) => ({
  to: `${page(lio, id)}#steps`,
  banner: { text: done ? say("Done: {title}", { title }) : say("Not done yet: {title}", { title }) },
}))
/** Who helps with a step, and until when. */
export const changeStepForm = submit("changeStep", changeStepInput, changeStep, ({ id }, { lio }) => ({
  to: `${page(lio, id)}#steps`,
  banner: { text: say("Saved the step") },
}))
/** One more step. */
export const addStepForm = submit("addStep", addStepInput, addStep, ({ id }, { lio }) => ({
  to: `${page(lio, id)}#steps`,
  banner: { text: say("Added the step") },
}))
/** It goes no further. */
export const endEnquiryForm = submit("endEnquiry", endEnquiryInput, endEnquiry, ({ id }, { lio }) => ({
  to: page(lio, id),
  banner: { text: say("Closed the enquiry"), undo: { what: "enquiry", id, back: page(lio, id) } },
}))
/** It is a group now. */
export const becomeGroupForm = submit(
  "becomeGroup",
  becomeInput,
  becomeGroup,
  ({ groupId, name }, { lio }) => ({
    to: `/${lio}/groups/${groupId}`,
    banner: { text: say("{name} is on your list of groups, with its history", { name }) },
  }),
)
