import { z } from "zod"
import { choices, numberMaybe } from "../../../input"
import { say } from "../../../words"
import { byLink } from "../nominations/input"

/** A ballot as it was filled in: one chosen, some ticked, or a number each. None of it: left blank. */
export const ballotInput = z.object({
  ...byLink,
  roll: z.uuid(),
  /** Of this page: it becomes the receipt of a first vote. */
  made: z.string().max(40),
  /** Typed by whoever votes on another phone. */
  code: z.string().trim().max(60).optional(),
  choice: z.string().max(60).optional(),
  ticked: choices(z.uuid()),
  rank: z
    .array(z.object({ id: z.uuid(), place: numberMaybe(100) }))
    .max(100)
    .default([]),
  blank: z.string().optional(),
})
export type Ballot = z.output<typeof ballotInput>

/** A code, to ask whether its ballot was counted. */
export const receiptInput = z.object({
  lio: byLink.lio,
  id: z.uuid(),
  code: z
    .string()
    .trim()
    .min(1, { error: say("Enter the code of your receipt") })
    .max(60, { error: say("Enter the code of your receipt: 20 letters and numbers") }),
})
