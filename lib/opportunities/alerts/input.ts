import { z } from "zod"
import { wordsSaid } from "../../input"
import { LONGEST_QUERY } from "../../lists/input"
import { say } from "../../words"

/** So many searches somebody is told of at most. */
export const MOST_ALERTS = 5

/** A search of which somebody wants to hear: what the list's address says of it. */
export const saveAlertInput = z.object({
  name: wordsSaid(say("Enter a name for it"), 100),
  query: z.string().max(LONGEST_QUERY).default(""),
})
export type SaveAlert = z.output<typeof saveAlertInput>

/** One of them. */
export const alertIdInput = z.object({ id: z.uuid() })
