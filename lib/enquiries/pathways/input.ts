import { z } from "zod"
import { guideSlug } from "../../guides/input"
import { rowMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** The most steps of a pathway. */
export const MOST_STEPS = 40

/** A guide by its name in the address; null for none. */
const guideMaybe = () =>
  z
    .union([z.literal(""), guideSlug])
    .nullish()
    .transform((slug) => slug || null)

const stepInput = z.object({
  title: wordsSaid(say("Enter what the step is"), 200),
  about: wordsMaybe(1000),
  guide: guideMaybe(),
})

/** A pathway: its name and its steps in order; empty rows count for nothing. */
export const addPathwayInput = z.object({
  name: wordsSaid(say("Enter a name for the pathway"), 200),
  steps: z
    .array(rowMaybe(stepInput))
    .max(MOST_STEPS)
    .default([])
    .transform((rows) => rows.filter((row) => row !== null))
    .refine((rows) => rows.length > 0, say("Enter at least one step")),
})
export type AddPathway = z.output<typeof addPathwayInput>

/** A pathway, said otherwise; `seen` is when it had last been changed as the page was opened, "" for never. */
export const changePathwayInput = addPathwayInput.extend({
  id: z.uuid(),
  seen: z.string().max(40).default(""),
})
export type ChangePathway = z.output<typeof changePathwayInput>

/** A pathway by its id. */
export const pathwayIdInput = z.object({ id: z.uuid() })
