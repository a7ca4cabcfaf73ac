import { z } from "zod"
import { addressSaid } from "../../../input"
import { say } from "../../../words"

/** Staff write again to somebody who was put up and hasn’t answered. */
export const askAgainInput = z.object({
  id: z.uuid(),
  email: addressSaid(say("Enter their email address")),
})
export type AskAgain = z.output<typeof askAgainInput>
