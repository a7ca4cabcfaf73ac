import { z } from "zod"
import { DECISION_READERS, keys } from "@/db/vocabulary"
import { choices, dateMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** Something that a board decided, on a day (today when none is said), and who may read it. */
export const addDecisionInput = z.object({
  boardId: z.uuid(),
  on: dateMaybe(),
  words: wordsSaid(say("Enter what was decided"), 3000),
  themeIds: choices(z.uuid()),
  needIds: choices(z.uuid()),
  audience: z.enum(keys(DECISION_READERS), { error: say("Choose who may read it") }),
})
export type AddDecision = z.output<typeof addDecisionInput>

/** A decision, by its id. */
export const decisionIdInput = z.object({ id: z.uuid() })
