import { z } from "zod"
import { choices, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** Words of an answer that matter, under the names staff give them. */
export const takePassageInput = z.object({
  consultationId: z.uuid(),
  responseId: z.uuid(),
  questionId: z.uuid(),
  quote: wordsSaid(say("Enter the words that matter"), 4000),
  codeIds: choices(z.uuid()),
  newCode: wordsMaybe(120),
  note: wordsMaybe(1000),
})
export type TakePassage = z.output<typeof takePassageInput>

/** The names a passage is kept under from now on. */
export const codePassageInput = z.object({
  id: z.uuid(),
  codeIds: choices(z.uuid()),
  newCode: wordsMaybe(120),
})
export type CodePassage = z.output<typeof codePassageInput>
