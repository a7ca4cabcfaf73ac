import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** The states a letter may be in, in the order staff look at them. */
export const LETTER_STATES = {
  waiting: say("Waiting"),
  uncertain: say("Not known whether it arrived"),
  failed: say("Could not be sent"),
  skipped: say("Not sent on purpose"),
  sent: say("Sent"),
} as const
export type LetterState = keyof typeof LETTER_STATES

/** Which letter goes again. */
export const sendAgainInput = z.object({ id: z.uuid() })
/** Which address is written to again. */
export const liftInput = z.object({ email: wordsSaid(say("Enter the address")) })
