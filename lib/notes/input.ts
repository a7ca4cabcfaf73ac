import { z } from "zod"
import { dateMaybe, wordsSaid } from "../input"
import { say } from "../words"

const shape = { on: dateMaybe(), text: wordsSaid(say("Enter the note"), 5000) }

/** A note on a group. Without a day: today. */
export const addNoteInput = z.object({ groupId: z.uuid(), ...shape })
export type AddNote = z.output<typeof addNoteInput>

/** A note, said otherwise. */
export const changeNoteInput = z.object({ id: z.uuid(), ...shape })
export type ChangeNote = z.output<typeof changeNoteInput>

/** A note, by its id. */
export const noteIdInput = z.object({ id: z.uuid() })
