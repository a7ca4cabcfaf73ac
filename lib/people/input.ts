import { z } from "zod"
import { CHANNELS, keys } from "@/db/vocabulary"
import { addressMaybe, choiceMaybe, wordsMaybe, wordsSaid } from "../input"

/** What is kept of a person. */
export const personFields = z.object({
  name: wordsSaid("their name", 200),
  email: addressMaybe(),
  phone: wordsMaybe(60),
  channel: choiceMaybe(keys(CHANNELS)),
  about: wordsMaybe(2000),
})
export type PersonFields = z.output<typeof personFields>

/** A change to a person. */
export const changePersonInput = personFields.extend({ id: z.uuid() })
export type ChangePerson = z.output<typeof changePersonInput>
