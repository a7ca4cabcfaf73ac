import { z } from "zod"
import { choices, idMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

const code = {
  name: wordsSaid(say("Enter a name for the code"), 120),
  definition: wordsMaybe(2000),
  otherwiseId: idMaybe(),
}

/** A code to put into the code book. */
export const addCodeInput = z.object({ consultationId: z.uuid(), ...code })
export type AddCode = z.output<typeof addCodeInput>

/** A code as it is changed. */
export const changeCodeInput = z.object({ id: z.uuid(), ...code })
export type ChangeCode = z.output<typeof changeCodeInput>

/** A code to go up in another. */
export const mergeCodesInput = z.object({
  id: z.uuid(),
  intoId: z.uuid({ error: say("Choose the code you want to keep") }),
})
export type MergeCodes = z.output<typeof mergeCodesInput>

/** A passage coded by oneself, without seeing how others did. */
export const codeAgainInput = z.object({ id: z.uuid(), codeIds: choices(z.uuid()) })
export type CodeAgain = z.output<typeof codeAgainInput>
