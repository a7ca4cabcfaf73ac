import { z } from "zod"
import { keys, SOURCE_KINDS, SPECIALISMS } from "@/db/vocabulary"
import { addressMaybe, choiceMaybe, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** GSS codes, one of them ticked or several. */
const codes = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(z.string().regex(/^[A-Z]\d{8}$/, say("Choose areas from the list")))
    .max(200)
    .transform((all) => [...new Set(all)]),
)

/** What is said of somebody else who helps groups here. */
export const sourceFields = z.object({
  name: wordsSaid(say("Enter what the organisation is called"), 120),
  kind: z.enum(keys(SOURCE_KINDS), { error: say("Choose what kind of organisation it is") }),
  specialism: choiceMaybe(keys(SPECIALISMS)),
  /** None: wherever the LIO works. */
  areaCodes: codes,
  can: wordsMaybe(1000),
  cannot: wordsMaybe(1000),
  phone: wordsMaybe(40),
  email: addressMaybe(),
  website: websiteMaybe(),
  openingTimes: wordsMaybe(500),
})
export type SourceFields = z.output<typeof sourceFields>

/** A change to what is said of it. */
export const changeSourceInput = sourceFields.extend({ id: z.uuid() })
export type ChangeSource = z.output<typeof changeSourceInput>

/** Whether everybody who looks for help sees it. */
export const setSourceInput = z.object({
  id: z.uuid(),
  to: z.enum(["published", "draft"], { error: say("Press one of the buttons") }),
})
export type SetSource = z.output<typeof setSourceInput>

/** One of them, by its id. */
export const sourceIdInput = z.object({ id: z.uuid() })
