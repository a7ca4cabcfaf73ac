"use server"

import { submit, submitOutside } from "@/app/_http/submit"
import { giveAnswer, handIn, recordAnswers, shareCheck } from "@/lib/health-checks/answering/commands"
import { answerByLinkInput, recordAnswersInput, shareByLinkInput } from "@/lib/health-checks/answering/input"
import { byCheckLink } from "@/lib/health-checks/answering/queries"
import { askAgain, askForCheck, planRecheck, sendAgain } from "@/lib/health-checks/commands"
import { askForSession } from "@/lib/health-checks/helping/commands"
import { askForSessionByLinkInput } from "@/lib/health-checks/helping/input"
import { askForCheckInput, checkIdInput, planRecheckInput } from "@/lib/health-checks/input"
import { addStep, finishStep } from "@/lib/health-checks/plan/commands"
import {
  addStepByLinkInput,
  addStepInput,
  finishStepByLinkInput,
  finishStepInput,
} from "@/lib/health-checks/plan/input"
import { offerSet, saveSet } from "@/lib/health-checks/sets/commands"
import { offerSetInput, saveSetInput } from "@/lib/health-checks/sets/input"
import { formatDate, say, sayCount } from "@/lib/words"

const page = (lio: string, id: string) => `/${lio}/health-checks/${id}`
const byLink = (lio: string, key: string, more: Record<string, string> = {}) =>
  `/${lio}/health-checks/answer?${new URLSearchParams({ key, ...more })}`
const emails = (count: number) =>
  sayCount(count, { one: "{count} email is on its way.", other: "{count} emails are on their way." })

/** Asks a group for a health check. */
export const askForCheckForm = submit(
  "askForCheck",
  askForCheckInput,
  askForCheck,
  ({ id, together, sent }, { lio }) => ({
    to: together ? `${page(lio, id)}/together` : page(lio, id),
    banner: { text: together ? say("The health check has begun.") : emails(sent) },
  }),
)
/** Sends the link again. */
export const sendAgainForm = submit("sendAgain", checkIdInput, sendAgain, ({ id, sent }, { lio }) => ({
  to: page(lio, id),
  banner: { text: emails(sent) },
}))
/** Staff write answers down. */
export const recordAnswersForm = submit(
  "recordAnswers",
  recordAnswersInput,
  recordAnswers,
  ({ id, done }, { lio }) => ({
    to: done ? page(lio, id) : `${page(lio, id)}/together`,
    banner: { text: done ? say("The health check is handed in.") : say("Saved the answers") },
  }),
)
/** Plans the next check. */
export const planRecheckForm = submit(
  "planRecheck",
  planRecheckInput,
  planRecheck,
  ({ id, recheckOn }, { lio }) => ({
    to: page(lio, id),
    banner: { text: say("You have a task for {day}.", { day: formatDate(recheckOn) }) },
  }),
)
/** Asks the same questions again. */
export const askAgainForm = submit("askAgain", checkIdInput, askAgain, ({ id, sent }, { lio }) => ({
  to: page(lio, id),
  banner: { text: emails(sent) },
}))
/** Staff add a step to a plan. */
export const addStepForm = submit(
  "addStep",
  addStepInput,
  (ctx, { id, ...step }) => addStep(ctx, id, step),
  ({ id }, { lio }) => ({ to: `${page(lio, id)}#plan`, banner: { text: say("Added to the plan") } }),
)
/** Staff tick a step off. */
export const finishStepForm = submit(
  "finishStep",
  finishStepInput,
  (ctx, { id, stepId }) => finishStep(ctx, id, stepId),
  ({ id }, { lio }) => ({ to: `${page(lio, id)}#plan`, banner: { text: say("Ticked off") } }),
)
/** Saves a set of questions. */
export const saveSetForm = submit("saveSet", saveSetInput, saveSet, ({ name }, { lio }) => ({
  to: `/${lio}/health-checks/sets`,
  banner: { text: say("Saved the set “{name}”", { name }) },
}))
/** Offers a set no more, or again. */
export const offerSetForm = submit("offerSet", offerSetInput, offerSet, ({ name, again }, { lio }) => ({
  to: `/${lio}/health-checks/sets`,
  banner: {
    text: again
      ? say("“{name}” is offered again.", { name })
      : say("“{name}” isn’t offered any more.", { name }),
  },
}))

/** Whoever has the link answers a question. */
export const answerByLinkForm = submitOutside(answerByLinkInput, async ({ lio, key, at, back, ...given }) => {
  await byCheckLink({ lio, key }, (ctx, id) => giveAnswer(ctx, id, given))
  return byLink(lio, key, back ? { page: "check" } : { question: String(at + 1) })
})
/** The group hands its check in. */
export const handInByLinkForm = submitOutside(shareByLinkInput, async ({ lio, key, share }) => {
  await byCheckLink({ lio, key }, (ctx, id) => handIn(ctx, id, share === "yes"))
  return byLink(lio, key, { told: "sent" })
})
/** The group says who sees its check. */
export const shareByLinkForm = submitOutside(shareByLinkInput, async ({ lio, key, share }) => {
  await byCheckLink({ lio, key }, (ctx, id) => shareCheck(ctx, id, share === "yes"))
  return byLink(lio, key, { told: "share" })
})
/** The group adds a step to its plan. */
export const addStepByLinkForm = submitOutside(addStepByLinkInput, async ({ lio, key, ...step }) => {
  await byCheckLink({ lio, key }, (ctx, id) => addStep(ctx, id, step))
  return `${byLink(lio, key, { told: "plan" })}#plan`
})
/** The group asks staff for a session. */
export const askForSessionByLinkForm = submitOutside(
  askForSessionByLinkInput,
  async ({ lio, key, questionId }) => {
    await byCheckLink({ lio, key }, (ctx, id) => askForSession(ctx, id, questionId))
    return byLink(lio, key, { told: "session" })
  },
)
/** The group ticks a step off. */
export const finishStepByLinkForm = submitOutside(finishStepByLinkInput, async ({ lio, key, stepId }) => {
  await byCheckLink({ lio, key }, (ctx, id) => finishStep(ctx, id, stepId))
  return `${byLink(lio, key, { told: "plan" })}#plan`
})
