import { z } from "zod"
import { addressMaybe, addressSaid, linesMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** Colleagues whom one person can book in at once. */
const MOST_COLLEAGUES = 5

const who = {
  dateId: z.uuid(),
  name: wordsSaid(say("Enter your name"), 200),
  group: wordsMaybe(200),
  colleagues: linesMaybe(200, say("Make each name 200 characters or fewer")).refine(
    (names) => names.length <= MOST_COLLEAGUES,
    say("You can book for five colleagues at a time. Ask them to book for themselves, or ring us."),
  ),
  access: wordsMaybe(1000),
  food: wordsMaybe(1000),
}

/** A booking from the public page. */
export const bookInput = z.object({
  ...who,
  email: addressSaid(say("Enter your email address")),
  /** Nobody sees this field: whoever fills it in is a program. */
  company: z.string().max(300).optional(),
})
export type Book = z.output<typeof bookInput>

const lioSlug = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** The same as the form sends it, with the LIO's name and the event in the address. */
export const bookForm = z.intersection(bookInput, z.object({ lio: lioSlug, eventId: z.uuid() }))

/** A booking that staff take by phone or at the door: an address is not needed. */
export const bookInInput = z.object({
  ...who,
  name: wordsSaid(say("Enter the name"), 200),
  email: addressMaybe(),
})
export type BookIn = z.output<typeof bookInInput>

/** One place of a booking. */
export const placeInput = z.object({ id: z.uuid() })

/** The same, with the link of a letter. */
export const placeByLinkInput = z.object({
  lio: lioSlug,
  key: z.string().max(2000),
  id: z.uuid(),
})

/** What those who are booked need, said again with the link of a letter. */
export const needsByLinkInput = z.object({
  lio: lioSlug,
  key: z.string().max(2000),
  access: wordsMaybe(1000),
  food: wordsMaybe(1000),
})
