import { z } from "zod"
import { RuleBroken } from "../../errors"
import { guideSlug } from "../../guides/input"
import { rowMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
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

/** Whether the other organisations of the installation may take a pathway. */
export const sharePathwayInput = z.object({ id: z.uuid(), shared: ticked() })
export type SharePathway = z.output<typeof sharePathwayInput>

/** How big the file of a pathway may be. */
export const PATHWAY_BYTES = 200 * 1024

const NO_PATHWAY = say("This isn’t a pathway. Choose a file that you downloaded from a list of pathways.")
const fileInput = z.object({
  trellis: z.literal("pathway"),
  version: z.literal(1),
  name: addPathwayInput.shape.name,
  steps: z.array(stepInput).min(1).max(MOST_STEPS),
})

/** A pathway out of the bytes of its file; RuleBroken when they are none. */
export function pathwayIn(bytes: Uint8Array): AddPathway {
  if (bytes.length === 0) throw new RuleBroken(say("Choose a file first."))
  try {
    const { name, steps } = fileInput.parse(
      JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    )
    return { name, steps }
  } catch {
    throw new RuleBroken(NO_PATHWAY)
  }
}

/** A pathway by its id. */
export const pathwayIdInput = z.object({ id: z.uuid() })
