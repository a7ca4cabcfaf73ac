import { z } from "zod"
import { addressMaybe, wordsMaybe, wordsSaid } from "../input"

/** What is kept of a person. */
export const personFields = z.object({
  name: wordsSaid("their name", 200),
  email: addressMaybe(),
  phone: wordsMaybe(60),
  about: wordsMaybe(2000),
})
export type PersonFields = z.output<typeof personFields>

/** A change to a person. */
export const changePersonInput = personFields.extend({ id: z.uuid() })
export type ChangePerson = z.output<typeof changePersonInput>
