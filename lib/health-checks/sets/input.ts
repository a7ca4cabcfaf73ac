import { z } from "zod"
import { guideSlug } from "../../guides/input"
import { rowMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { STARTERS } from "./words"

/** The most questions of a set: a group should get through one in a sitting. */
export const MOST_QUESTIONS = 20

const idMaybe = z
  .union([z.literal(""), z.uuid()])
  .nullish()
  .transform((id) => id || null)

const questionInput = z.object({
  question: wordsSaid(say("Enter the question"), 300),
  hint: wordsMaybe(500),
  guide: z
    .union([z.literal(""), guideSlug])
    .nullish()
    .transform((slug) => slug || null),
  resourceId: idMaybe,
  themeId: idMaybe,
  offersSession: ticked(),
})

/** A set by the name that it has in the installation, or its id. */
export const setKey = z.union([z.uuid(), z.enum(STARTERS.map(({ key }) => key) as [string, ...string[]])])

/** A set of questions as it is saved; empty rows count for nothing. `key` is empty for a new one. */
export const saveSetInput = z.object({
  key: z.union([z.literal(""), setKey]).default(""),
  seen: z.string().max(40).default(""),
  name: wordsSaid(say("Enter a name for the set"), 120),
  questions: z
    .array(rowMaybe(questionInput))
    .max(MOST_QUESTIONS, say("A set can have up to 20 questions. Make a second set for the rest."))
    .default([])
    .transform((rows) => rows.filter((row) => row !== null))
    .refine((rows) => rows.length > 0, say("Enter at least one question")),
})
export type SaveSet = z.output<typeof saveSetInput>

/** Whether a set is offered from now on. */
export const offerSetInput = z.object({ key: setKey, offered: z.enum(["yes", "no"]) })
export type OfferSet = z.output<typeof offerSetInput>
