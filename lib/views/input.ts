import { z } from "zod"
import { filterOf, filterQuery } from "../groups/list/input"
import { ticked, wordsSaid } from "../input"

/** A list's query string with what makes no sense left out, and without its page. */
const viewQuery = z
  .string()
  .max(2000)
  .transform((said) => filterQuery({ ...filterOf(said), page: 1 }))

/** A list to be kept under a name. */
export const saveViewInput = z.object({
  name: wordsSaid("a name for this view", 100),
  query: viewQuery,
  shared: ticked(),
})
export type SaveView = z.output<typeof saveViewInput>

/** Other filters for a kept view. */
export const changeViewInput = z.object({ id: z.uuid(), query: viewQuery })
export type ChangeView = z.output<typeof changeViewInput>

/** A kept view to share with the team, to keep to oneself, to lock, or to remove. */
export const viewIdInput = z.object({ id: z.uuid() })
export type ViewId = z.output<typeof viewIdInput>

/** Lists that are there from the first day. */
export const READY_VIEWS = [
  { name: "Not contacted in 6 months", query: "quiet=6&sort=contact" },
  { name: "Missing email or contact", query: "missing=contact" },
  { name: "Joined this year", query: "joined=this-year&sort=-joined" },
] as const
