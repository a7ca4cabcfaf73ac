import { z } from "zod"
import { CHANNELS, keys } from "@/db/vocabulary"
import { addressMaybe, choiceMaybe, wordsMaybe, wordsSaid } from "../input"

type Query = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ""

/** Reads what the list of people is narrowed to out of an address. */
export const peopleFilter = (query: Query) => ({
  q: one(query.q).replaceAll("\0", "").trim().slice(0, 200),
  left: one(query.left) === "yes",
})

/** What is kept of a person. */
export const personFields = z.object({
  name: wordsSaid("their name", 200),
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
