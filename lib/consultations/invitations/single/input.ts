import { z } from "zod"
import { whichGroups } from "../../../groups/picker/input"

/** Groups to ask one by one, besides those of the audience. */
export const askAlsoInput = z.object({ id: z.uuid(), ...whichGroups })
export type AskAlso = z.output<typeof askAlsoInput>

/** One of them to leave out again. */
export const dontAskInput = z.object({ id: z.uuid(), groupId: z.uuid() })
export type DontAsk = z.output<typeof dontAskInput>
