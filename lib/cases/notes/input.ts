import { z } from "zod"
import { dateMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

const shape = { on: dateMaybe(), text: wordsSaid(say("Enter the note"), 20_000) }

/** A confidential note on a case. Without a day: today. */
export const addCaseNoteInput = z.object({ caseId: z.uuid(), ...shape })
export type AddCaseNote = z.output<typeof addCaseNoteInput> & { sessionId?: string }

/** A confidential note, said otherwise. */
export const changeCaseNoteInput = z.object({ id: z.uuid(), ...shape })
export type ChangeCaseNote = z.output<typeof changeCaseNoteInput>

/** A confidential note, by its id. */
export const caseNoteIdInput = z.object({ id: z.uuid() })
