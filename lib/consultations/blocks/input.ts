import { z } from "zod"
import { choices, wordsSaid } from "../../input"
import { say } from "../../words"

/** Questions of a consultation to keep as a block. */
export const saveBlockInput = z.object({
  consultationId: z.uuid(),
  name: wordsSaid(say("Enter a name for the block"), 120),
  questionIds: choices(z.uuid()).refine((ids) => ids.length > 0, say("Choose the questions of the block")),
})
export type SaveBlock = z.output<typeof saveBlockInput>

/** A block to put into a draft. */
export const putBlockInput = z.object({
  consultationId: z.uuid(),
  blockId: z.uuid({ error: say("Choose a block") }),
})
export type PutBlock = z.output<typeof putBlockInput>

/** A block to remove. */
export const removeBlockInput = z.object({ id: z.uuid() })
export type RemoveBlock = z.output<typeof removeBlockInput>
