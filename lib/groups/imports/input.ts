import { z } from "zod"

/** What happens to a row that may be a group we have: left out, put together with it, or made a group of its own. */
export const ON_DUPLICATE = ["skip", "merge", "new"] as const
export type OnDuplicate = (typeof ON_DUPLICATE)[number]

/** What each row came to. Every row of the file is one of the five. */
export const VERDICTS = ["new", "update", "unchanged", "duplicate", "error"] as const
export type Verdict = (typeof VERDICTS)[number]

/** An import by its id. */
export const importIdInput = z.object({ id: z.uuid() })
/** What is decided about possible duplicates: one row, or all that are left. */
export const decideInput = z.object({
  id: z.uuid(),
  row: z.coerce.number().int().positive().nullish(),
  decision: z.enum(ON_DUPLICATE, { error: "Choose what to do" }),
})
export type Decide = z.output<typeof decideInput>
