import { z } from "zod"
import { wordsSaid } from "../../input"

/** The states a letter may be in, in the order staff look at them. */
export const LETTER_STATES = {
  waiting: "Waiting",
  uncertain: "Not known whether it arrived",
  failed: "Could not be sent",
  skipped: "Not sent on purpose",
  sent: "Sent",
} as const
export type LetterState = keyof typeof LETTER_STATES

/** Which letter goes again. */
export const sendAgainInput = z.object({ id: z.uuid() })
/** Which address is written to again. */
export const liftInput = z.object({ email: wordsSaid("the address") })
