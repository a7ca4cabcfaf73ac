"use server"

import { submit } from "@/app/_http/submit"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import {
  changePlan,
  extendConsultation,
  finishOrTry,
  planConsultation,
  removeDraft,
} from "@/lib/consultations/commands"
import { copyConsultation, takeQuestions } from "@/lib/consultations/copying/commands"
import { noteFairness } from "@/lib/consultations/fairness/commands"
import {
  audienceInput,
  changePlanInput,
  closeInput,
  consultationIdInput,
  emailInput,
  extendInput,
  fairnessInput,
  finishInput,
  openInput,
  planInput,
  remindTickedInput,
  stopInput,
  takeQuestionsInput,
} from "@/lib/consultations/input"
import { chooseAudience, openConsultation, writeEmail } from "@/lib/consultations/invitations/commands"
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
import { correctQuestion } from "@/lib/consultations/questions/versions/commands"
import { correctQuestionInput } from "@/lib/consultations/questions/versions/input"
import { remindNow, tryRemindNow } from "@/lib/consultations/reminders/commands"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { formatMoment, say, sayCount } from "@/lib/words"
import { addressOf } from "./_parts/paths"

export const planForm = submit("planConsultation", planInput, planConsultation, ({ id }, { lio }) => ({
  to: addressOf(lio, id, "questions"),
  banner: { text: say("Saved as a draft. Now add the questions.") },
}))

export const changePlanForm = submit("changePlan", changePlanInput, changePlan, ({ id }, { lio }) => ({
  to: addressOf(lio, id, "plan"),
  banner: { text: say("Saved") },
}))

export const removeDraftForm = submit(
  "removeDraft",
  consultationIdInput,
  removeDraft,
  ({ title }, { lio }) => ({
    to: `/${lio}/consultations`,
    banner: { text: say("Removed the draft “{title}”", { title }) },
  }),
)

export const addQuestionForm = submit(
  "addQuestion",
  addQuestionInput,
  addQuestion,
  ({ consultationId, number }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: {
      text: say("Added question {number}", { number }),
      links: [{ label: say("Add another"), href: "#add" }],
    },
  }),
)

export const addQuestionsForm = submit(
  "addQuestions",
  addQuestionsInput,
  addQuestions,
  ({ consultationId, added }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: sayCount(added, { one: "Added {count} question", other: "Added {count} questions" }) },
  }),
)

export const changeQuestionForm = submit(
  "changeQuestion",
  changeQuestionInput,
  changeQuestion,
  ({ consultationId }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: say("Saved") },
  }),
)

export const correctQuestionForm = submit(
  "correctQuestion",
  correctQuestionInput,
  correctQuestion,
  ({ consultationId, number }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: {
      text: say("Changed question {number}. We’ll email the groups that have answered.", { number }),
    },
  }),
)

export const moveQuestionForm = submit(
  "moveQuestion",
  moveQuestionInput,
  moveQuestion,
  ({ consultationId, number }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: say("It’s question {number} now", { number }) },
  }),
)

export const removeQuestionForm = submit(
  "removeQuestion",
  removeQuestionInput,
  removeQuestion,
  ({ consultationId, title }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: say("Removed “{title}”", { title }) },
  }),
)

const triedOn = (lio: string, email: string) => ({
  text: say("We’ve emailed it to {email}. Nobody else has been written to.", { email }),
  links: [{ label: say("See what it says"), href: `/${lio}/emails/test` }],
})

export const chooseAudienceForm = submit(
  "chooseAudience",
  audienceInput,
  chooseAudience,
  ({ id }, { lio }) => ({
    to: addressOf(lio, id, "audience"),
    banner: { text: say("Saved. Nobody has been asked yet.") },
  }),
)

export const writeEmailForm = submit("writeEmail", emailInput, writeEmail, ({ id, email }, { lio }) => ({
  to: addressOf(lio, id, "email"),
  banner: email ? triedOn(lio, email) : { text: say("Saved. Nothing has been sent yet.") },
}))

export const openForm = submit(
  "openConsultation",
  openInput,
  openConsultation,
  ({ id, asked, letters }, { lio }) => ({
    to: addressOf(lio, id, "reach"),
    banner: {
      text: sayCount(
        asked,
        {
          one: "It’s open. {count} group asked, {letters} on the way.",
          other: "It’s open. {count} groups asked, {letters} on the way.",
        },
        { letters: sayCount(letters, { one: "{count} email", other: "{count} emails" }) },
      ),
    },
  }),
)

type Reminded = Awaited<ReturnType<typeof remindNow>>

const reminded = ({ id, groups, letters, later, plan, unreached }: Reminded, { lio }: { lio: string }) => ({
  to: addressOf(lio, id, "reach"),
  banner: {
    undo: plan ? { what: "reminders" as const, id: plan, back: addressOf(lio, id, "reach") } : undefined,
    text: later
      ? say("We don’t email groups at night. The reminders go out on {later}.", {
          later: formatMoment(later),
        })
      : `${sayCount(groups, { one: "Reminded {count} group with {letters}.", other: "Reminded {count} groups with {letters}." }, { letters: sayCount(letters, { one: "{count} email", other: "{count} emails" }) })}${unreached > 0 ? ` ${sayCount(unreached, { one: "Nobody can be emailed at {count} group: please ring them.", other: "Nobody can be emailed at {count} groups: please ring them." })}` : ""}`,
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
    banner: { text: say("The closing date is changed") },
  }),
)

export const stopForm = submit("stopConsultation", stopInput, stopConsultation, ({ id, told }, { lio }) => ({
  to: addressOf(lio, id, "plan"),
  banner: {
    text: sayCount(told, {
      one: "You’ve stopped it. We’re emailing {count} person to say why.",
      other: "You’ve stopped it. We’re emailing {count} people to say why.",
    }),
  },
}))

export const fairnessForm = submit("noteFairness", fairnessInput, noteFairness, ({ id }, { lio }) => ({
  to: addressOf(lio, id, "fair"),
  banner: { text: say("Saved") },
}))

export const copyForm = submit(
  "copyConsultation",
  consultationIdInput,
  copyConsultation,
  ({ id, title }, { lio }) => ({
    to: addressOf(lio, id, "plan"),
    banner: {
      text: say("This is a new draft, copied from “{title}”. Give it a title and a closing date.", { title }),
    },
  }),
)

export const takeQuestionsForm = submit(
  "takeQuestions",
  takeQuestionsInput,
  takeQuestions,
  ({ id, added, title }, { lio }) => ({
    to: addressOf(lio, id, "questions"),
    banner: { text: say("Copied {added} from “{title}”.", { added, title }) },
  }),
)

export const closeForm = submit("closeConsultation", closeInput, closeConsultation, ({ id }, { lio }) => ({
  to: addressOf(lio, id, "results"),
  banner: { text: say("It is closed. Answers can no longer be changed.") },
}))

export const finishForm = submit(
  "finishConsultation",
  finishInput,
  finishOrTry,
  ({ id, email, done }, { lio }) =>
    email
      ? { to: "", stays: true, banner: triedOn(lio, email) }
      : {
          to: addressOf(lio, id, "outcome"),
          banner: {
            text: done?.told
              ? sayCount(done.told, {
                  one: "Finished. {count} person will hear what came of it.",
                  other: "Finished. {count} people will hear what came of it.",
                })
              : say("Finished. Nobody else had to be emailed."),
          },
        },
)
