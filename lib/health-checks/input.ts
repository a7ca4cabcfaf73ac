import { z } from "zod"
import { whichGroups } from "../groups/picker/input"
import { choices, ticked } from "../input"
import { say } from "../words"
import { setKey } from "./sets/input"

/** Months that the link of a check works. */
export const LINK_MONTHS = 18

/** A check that a group is asked for: which sets, by email or together with staff, who say then that the group agrees. */
export const askForCheckInput = z
  .object({
    ...whichGroups,
    sets: choices(setKey).refine((sets) => sets.length > 0, say("Choose at least one set of questions")),
    way: z.enum(["link", "together"], { error: say("Choose how the group will answer") }),
    agreed: ticked(),
  })
  .refine(({ way, agreed }) => way === "link" || agreed, {
    path: ["agreed"],
    error: say("Ask the group first whether you may see its answers, and tick this if it agrees"),
  })
export type AskForCheck = z.output<typeof askForCheckInput>

/** A check by its id. */
export const checkIdInput = z.object({ id: z.uuid() })

/** After how many months a check is to be done again. */
export const planRecheckInput = z.object({
  id: z.uuid(),
  months: z.coerce
    .number({ error: say("Choose after how many months") })
    .int()
    .min(1, say("Choose after how many months"))
    .max(36, say("Choose up to 36 months")),
})
export type PlanRecheck = z.output<typeof planRecheckInput>
