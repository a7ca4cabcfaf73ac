import { z } from "zod"
import { keys, LANGUAGES } from "@/db/vocabulary"
import { wordsMaybe } from "../../input"
import { say } from "../../words"

/** The longest translation of a text: those in some languages take half as much room again as the English. */
const LONGEST = 10_000

/** A language of a consultation. */
export const languageInput = z.object({
  id: z.uuid(),
  language: z.enum(keys(LANGUAGES), { error: say("Choose a language") }),
})
export type OneLanguage = z.output<typeof languageInput>

/** Put before a text’s field, it says that its translation still fits the English as it is now. */
export const SAME = "same_"

/** Texts in another language, by the field of each; `same`: those whose translation still fits. */
export const translateInput = languageInput
  .extend({ seen: z.string().max(200_000).optional() })
  .catchall(wordsMaybe(LONGEST))
  .transform(({ id, language, seen, ...fields }) => {
    const typed = Object.entries(fields)
    return {
      ...{ id, language, seen },
      says: Object.fromEntries(typed.filter(([field]) => !field.startsWith(SAME))),
      same: typed.flatMap(([field, ticked]) =>
        field.startsWith(SAME) && ticked ? [field.slice(SAME.length)] : [],
      ),
    }
  })
export type Translate = z.output<typeof translateInput>
