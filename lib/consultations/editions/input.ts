import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** Another edition, and what it corrects. */
export const correctEditionInput = z.object({
  id: z.uuid(),
  change: wordsSaid(say("Enter what you’re correcting. Everybody who reads the edition will see this"), 2000),
})
export type CorrectEdition = z.output<typeof correctEditionInput>

const one = { id: z.uuid(), edition: z.coerce.number().int().min(1).max(999) }

/** An edition of a consultation’s numbers. */
export const oneEditionInput = z.object(one)
export type OneEdition = z.output<typeof oneEditionInput>

/** A published edition to withdraw, and why. */
export const withdrawEditionInput = z.object({
  ...one,
  reason: wordsSaid(say("Enter why it is withdrawn. Whoever has its address reads it"), 1000),
})
export type WithdrawEdition = z.output<typeof withdrawEditionInput>
