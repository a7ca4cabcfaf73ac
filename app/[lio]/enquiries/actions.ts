"use server"

import { backTo } from "@/app/_http/back-to"
import { submit } from "@/app/_http/submit"
import { answerEnquiry, reopenEnquiry, taskOfEnquiry } from "@/lib/enquiries/commands"
import { enquiryIdInput } from "@/lib/enquiries/input"
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
