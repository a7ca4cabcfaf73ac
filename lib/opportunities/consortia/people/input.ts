import { z } from "zod"
import { idMaybe } from "../../../input"
import { say } from "../../../words"

/** Somebody is let into a room: for a group, or of the staff when no group is named. */
export const letInInput = z.object({
  id: z.uuid(),
  groupId: idMaybe(),
  personId: z.uuid({ error: say("Choose somebody") }),
})
export type LetIn = z.output<typeof letInInput>

/** Somebody steps out; `recuse`: because of an interest elsewhere. */
export const stepOutInput = z.object({
  id: z.uuid(),
  recuse: z.enum(["yes", "no"], { error: say("Choose yes or no") }),
})
export type StepOut = z.output<typeof stepOutInput>
