import { z } from "zod"
import { choices, wordsSaid } from "../../../input"
import { say } from "../../../words"

const blt = wordsSaid(say("Enter the ballots"), 2_000_000)

/** Ballots that came on paper, a line each or as a BLT file, and the groups that cast them. */
export const addPaperInput = z.object({ id: z.uuid(), rollIds: choices(z.uuid()), blt })
export type AddPaper = z.output<typeof addPaperInput>

/** Ballots that were counted elsewhere, to compare with ours. */
export const compareInput = z.object({ id: z.uuid(), blt })
export type Compare = z.output<typeof compareInput>
