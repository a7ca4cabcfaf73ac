import { z } from "zod"
import { addressMaybe } from "../../../input"
import { say } from "../../../words"

/** Staff write again to somebody who was put up and hasn’t answered. */
export const askAgainInput = z.object({
  id: z.uuid(),
  email: addressMaybe().transform((email, check) => {
    if (email) return email
    check.addIssue({ code: "custom", message: say("Enter their email address") })
    return z.NEVER
  }),
})
export type AskAgain = z.output<typeof askAgainInput>
