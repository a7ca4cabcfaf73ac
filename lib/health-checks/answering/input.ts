import { z } from "zod"
import { HEALTH_ANSWERS, keys } from "@/db/vocabulary"
import { say } from "../../words"

/** Where a link leads: the LIO, and the link itself. */
export const linkInput = z.object({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  key: z.string().max(2000),
})

const answer = z.enum(keys(HEALTH_ANSWERS), {
  error: say("Choose an answer. If nobody knows, choose “Don’t know”."),
})

/** An answer; `version` is how often the question had been answered as its page was opened. */
const answerInput = z.object({ questionId: z.uuid(), version: z.coerce.number().int().min(0), answer })
export type GiveAnswer = z.output<typeof answerInput>

/** The same with a link, from the page of the question `at`, or on the way back to all answers. */
export const answerByLinkInput = answerInput.extend({
  ...linkInput.shape,
  at: z.coerce.number().int().min(1).max(200),
  back: z.string().max(10).default(""),
})

/** Several answers at once, as staff write them down; those left open are answered later. */
export const recordAnswersInput = z.object({
  id: z.uuid(),
  answers: z
    .array(answerInput.extend({ answer: z.union([z.literal(""), answer]).default("") }))
    .max(200)
    .default([]),
  button: z.enum(["later", "done"]).default("later"),
})
export type RecordAnswers = z.output<typeof recordAnswersInput>

const share = z.enum(["yes", "no"], { error: say("Choose whether we may see your answers") })
/** Whether staff may see what the group answered. */
export const shareByLinkInput = linkInput.extend({ share })
