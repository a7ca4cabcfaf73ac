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
  audienceInput,
  changePlanInput,
  consultationIdInput,
  emailInput,
  extendInput,
  finishInput,
  openInput,
  planInput,
  remindTickedInput,
} from "@/lib/consultations/input"
import {
  chooseAudience,
  openConsultation,
  remindNow,
  tryRemindNow,
  writeEmail,
} from "@/lib/consultations/invitations/commands"
import {
  addQuestion,
  addQuestions,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "@/lib/consultations/questions/commands"
import {
  addQuestionInput,
  addQuestionsInput,
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
  to: addressOf(lio, id, "plan"),
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
    banner: { text: `Added question ${number}`, links: [{ label: "Add another", href: "#add" }] },
  }),
)

export const addQuestionsForm = submit(
  "addQuestions",
  addQuestionsInput,
  addQuestions,
  ({ consultationId, added }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: `Added ${plural(added, "question")}` },
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
  ({ consultationId, number }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: `It’s question ${number} now` },
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

export const chooseAudienceForm = submit(
  "chooseAudience",
  audienceInput,
  chooseAudience,
  ({ id }, { lio }) => ({
    to: addressOf(lio, id, "audience"),
    banner: { text: "Saved. Nobody has been asked yet." },
  }),
)

export const writeEmailForm = submit("writeEmail", emailInput, writeEmail, ({ id, email }, { lio }) => ({
  to: addressOf(lio, id, "email"),
  banner: email ? triedOn(lio, email) : { text: "Saved. Nothing has been sent yet." },
}))

export const openForm = submit(
  "openConsultation",
  openInput,
  openConsultation,
  ({ id, asked, letters }, { lio }) => ({
    to: addressOf(lio, id, "reach"),
    banner: {
      text: `It’s open. ${plural(asked, "group")} asked, ${plural(letters, "email")} on the way.`,
    },
  }),
)

type Reminded = Awaited<ReturnType<typeof remindNow>>

const reminded = ({ id, groups, letters, later, unreached }: Reminded, { lio }: { lio: string }) => ({
  to: addressOf(lio, id, "reach"),
  banner: {
    text: later
      ? `We don’t email groups at night. The reminders go out on ${formatMoment(later)}.`
      : `Reminded ${plural(groups, "group")} with ${plural(letters, "email")}.${
          unreached > 0 ? ` Nobody can be emailed at ${plural(unreached, "group")}: please ring them.` : ""
        }`,
  },
})

export const remindForm = submit("remindNow", consultationIdInput, remindNow, reminded)

export const remindTickedForm = submit("remindTicked", remindTickedInput, remindNow, reminded)

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
    to: addressOf(lio, id, "plan"),
    banner: { text: "The closing date is changed" },
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
      ? { to: addressOf(lio, id, "outcome"), banner: triedOn(lio, email) }
      : {
          to: addressOf(lio, id, "outcome"),
          banner: {
            text: done?.told
              ? `Finished. ${plural(done.told, "person", "people")} will hear what came of it.`
              : "Finished. Nobody else had to be emailed.",
          },
        },
)
