"use server"

import { submit } from "@/app/_http/submit"
import {
  changePlan,
  closeConsultation,
  extendConsultation,
  finishOrTry,
  planConsultation,
  removeDraft,
} from "@/lib/consultations/commands"
import {
  changePlanInput,
  consultationIdInput,
  extendInput,
  finishInput,
  openInput,
  planInput,
} from "@/lib/consultations/input"
import { openOrTry, remindNow, tryRemindNow } from "@/lib/consultations/invitations/commands"
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "@/lib/consultations/questions/commands"
import {
  addQuestionInput,
  changeQuestionInput,
  moveQuestionInput,
  removeQuestionInput,
} from "@/lib/consultations/questions/input"
import { formatMoment, plural } from "@/lib/words"
import { addressOf } from "./_parts/paths"

export const planForm = submit("planConsultation", planInput, planConsultation, ({ id }, { lio }) => ({
  to: addressOf(lio, id, "questions"),
  banner: { text: "Saved as a draft. Now add the questions." },
}))

export const changePlanForm = submit("changePlan", changePlanInput, changePlan, ({ id }, { lio }) => ({
  to: addressOf(lio, id, ""),
  banner: { text: "Saved" },
}))

export const removeDraftForm = submit(
  "removeDraft",
  consultationIdInput,
  removeDraft,
  ({ title }, { lio }) => ({
    to: `/${lio}/consultations`,
    banner: { text: `Removed the draft “${title}”` },
  }),
)

export const addQuestionForm = submit(
  "addQuestion",
  addQuestionInput,
  addQuestion,
  ({ consultationId, number }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: `Added question ${number}` },
  }),
)

export const changeQuestionForm = submit(
  "changeQuestion",
  changeQuestionInput,
  changeQuestion,
  ({ consultationId }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: "Saved" },
  }),
)

export const moveQuestionForm = submit(
  "moveQuestion",
  moveQuestionInput,
  moveQuestion,
  ({ consultationId }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: "Moved" },
  }),
)

export const removeQuestionForm = submit(
  "removeQuestion",
  removeQuestionInput,
  removeQuestion,
  ({ consultationId, title }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: `Removed “${title}”` },
  }),
)

const triedOn = (lio: string, email: string) => ({
  text: `We’ve emailed it to ${email}. Nobody else has been written to.`,
  links: [{ label: "See what it says", href: `/${lio}/emails/test` }],
})

export const openForm = submit("openConsultation", openInput, openOrTry, ({ id, email, done }, { lio }) =>
  email
    ? { to: addressOf(lio, id, "open"), banner: triedOn(lio, email) }
    : {
        to: addressOf(lio, id, "reach"),
        banner: {
          text: `It’s open. ${plural(done?.asked ?? 0, "group")} asked, ${plural(done?.letters ?? 0, "email")} on the way.`,
        },
      },
)

export const remindForm = submit(
  "remindNow",
  consultationIdInput,
  remindNow,
  ({ id, groups, letters, later, unreached }, { lio }) => ({
    to: addressOf(lio, id, "reach"),
    banner: {
      text: later
        ? `We don’t email groups at night. The reminders go out on ${formatMoment(later)}.`
        : `Reminded ${plural(groups, "group")} with ${plural(letters, "email")}.${
            unreached > 0 ? ` Nobody can be emailed at ${plural(unreached, "group")}: please ring them.` : ""
          }`,
    },
  }),
)

export const tryRemindForm = submit(
  "tryRemindNow",
  consultationIdInput,
  tryRemindNow,
  ({ id, email }, { lio }) => ({ to: addressOf(lio, id, "reach"), banner: triedOn(lio, email) }),
)

export const extendForm = submit(
  "extendConsultation",
  extendInput,
  extendConsultation,
  ({ id }, { lio }) => ({
    to: addressOf(lio, id, ""),
    banner: { text: "The closing day is changed" },
  }),
)

export const closeForm = submit(
  "closeConsultation",
  consultationIdInput,
  closeConsultation,
  ({ id }, { lio }) => ({
    to: addressOf(lio, id, "results"),
    banner: { text: "It is closed. Answers can no longer be changed." },
  }),
)

export const finishForm = submit(
  "finishConsultation",
  finishInput,
  finishOrTry,
  ({ id, email, done }, { lio }) =>
    email
      ? { to: addressOf(lio, id, "finish"), banner: triedOn(lio, email) }
      : {
          to: addressOf(lio, id, ""),
          banner: {
            text: done?.told
              ? `Finished. ${plural(done.told, "person", "people")} will hear what came of it.`
              : "Finished. Nobody else had to be emailed.",
          },
        },
)
