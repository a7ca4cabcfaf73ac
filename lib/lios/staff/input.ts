import { z } from "zod"
import { keys, LEVELS } from "@/db/vocabulary"
import { say } from "../../words"

/** One of the staff. */
export const staffIdInput = z.object({ personId: z.uuid() })

/** What one of the staff may do from now on. */
export const changeLevelInput = z.object({
  personId: z.uuid(),
  level: z.enum(keys(LEVELS), { error: say("Choose what they may do") }),
})
export type ChangeLevel = z.output<typeof changeLevelInput>
