import { z } from "zod"
import { say } from "../../../words"

/** Days that the link of an invitation works. */
export const INVITED_DAYS = 30

/** Which invitation is withdrawn, and of which group. */
export const withdrawInvitationInput = z.object({ groupId: z.uuid(), id: z.uuid() })

/** What somebody answers by the link of an invitation. */
export const answerInvitationInput = z.object({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  key: z.string().max(2000),
  answer: z.enum(["yes", "no"], { error: say("Choose yes or no") }),
})
