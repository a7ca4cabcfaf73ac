import { z } from "zod"
import { keys, TERM_LISTS } from "@/db/vocabulary"
import { ticked, wordsSaid } from "../input"
import { say } from "../words"

const name = wordsSaid(say("Enter the word"), 100).transform((value) => value.replace(/\s+/g, " "))

/** A new word on one of the LIO's own lists. */
export const addTermInput = z.object({
  list: z.enum(keys(TERM_LISTS), { error: say("Choose a list") }),
  name,
})
export type AddTerm = z.output<typeof addTermInput>

/** Another name for a word. `seen` is how the person saw it. */
export const renameTermInput = z.object({ id: z.uuid(), name, seen: z.string().max(1000).optional() })
export type RenameTerm = z.output<typeof renameTermInput>

/** What a word means among the categories of UK-CAT; nothing: none of them. */
export const meanTermInput = z.object({
  id: z.uuid(),
  category: z
    .string()
    .max(10)
    .transform((value) => value || null),
})
export type MeanTerm = z.output<typeof meanTermInput>

/** One word goes up in another. */
export const mergeTermInput = z.object({ id: z.uuid(), into: z.uuid(say("Choose the word that stays")) })
export type MergeTerm = z.output<typeof mergeTermInput>

/** Whether groups see a tag. */
export const showTermInput = z.object({ id: z.uuid(), shown: ticked() })
export type ShowTerm = z.output<typeof showTermInput>

/** A word, by its id. */
export const termIdInput = z.object({ id: z.uuid() })
