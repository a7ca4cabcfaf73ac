import { z } from "zod"
import { CHANNELS, keys } from "@/db/vocabulary"
import { addressMaybe, choiceMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** What is kept of a person. */
export const personFields = z.object({
  name: wordsSaid(say("Enter their name"), 200),
  email: addressMaybe(),
  phone: wordsMaybe(60),
  channel: choiceMaybe(keys(CHANNELS)),
  about: wordsMaybe(2000),
})
export type PersonFields = z.output<typeof personFields>

/** A change to a person. `seen` is how they stood when the form was opened. */
export const changePersonInput = personFields.extend({
  id: z.uuid(),
  seen: z.string().max(20_000).optional(),
})
export type ChangePerson = z.output<typeof changePersonInput>

/** What of a person a form shows, for telling whether somebody changed it since. */
export const personSeen = ({ name, email, phone, channel, about }: PersonFields): PersonFields => ({
  name,
  email,
  phone,
  channel,
  about,
})
