import { z } from "zod"
import { keys, LEGAL_FORMS, LIO_KINDS } from "@/db/vocabulary"
import { addressMaybe, choiceMaybe, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** Words that the web uses itself and that can therefore not be an LIO's name in the address. */
const TAKEN = [
  "api",
  "sign-in",
  "find",
  "guides",
  "privacy",
  "kit",
  "where",
  "help",
  "account",
  "set-up",
  "_next",
]

/** An LIO's name in the address. */
export const slugInput = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{1,39}$/,
    say("The short name is 2 to 40 lower-case letters, digits or dashes, and starts with a letter"),
  )
  .refine((slug) => !TAKEN.includes(slug), say("That short name is used by Trellis itself; choose another"))

/** A new LIO, as an operator makes it. */
export const foundLioInput = z.object({
  slug: slugInput,
  name: wordsSaid(say("Enter the name of the organisation")),
  kind: z.enum(keys(LIO_KINDS), {
    error: say("The kind is one of {lioKinds}", { lioKinds: keys(LIO_KINDS).join(", ") }),
  }),
  manager: z.string().trim().min(3),
  managerName: z.string().trim().min(1).optional(),
})
export type FoundLio = z.infer<typeof foundLioInput>

/** A number on a register, without the spaces people type in it; null when empty. */
const numberOnRegister = (form: RegExp, wrong: string) =>
  z
    .string()
    .nullish()
    .transform((value, check) => {
      const number = (value ?? "").replace(/\s+/g, "").toUpperCase()
      if (number && !form.test(number)) {
        check.addIssue({ code: "custom", message: wrong })
        return z.NEVER
      }
      return number || null
    })

/** What an LIO says of itself. */
export const describeLioInput = z.object({
  name: wordsSaid(say("Enter the name of your organisation")),
  kind: z.enum(keys(LIO_KINDS), { error: say("Choose what kind of organisation you are") }),
  legalForm: choiceMaybe(keys(LEGAL_FORMS)),
  charityNumber: numberOnRegister(
    /^(SC|NIC)?\d{5,8}$/,
    say("Enter a charity number, like 1070672 or SC012345"),
  ),
  companyNumber: numberOnRegister(
    /^(\d{8}|[A-Z]{2}\d{6})$/,
    say("Enter a company number with 8 digits or letters, like 03456789"),
  ),
  about: wordsMaybe(2000),
  email: addressMaybe(),
  phone: wordsMaybe(40),
  contactName: wordsMaybe(100),
  website: websiteMaybe(),
  address: wordsMaybe(500),
  /** When somebody can be reached, as lines. */
  openingTimes: wordsMaybe(500),
  digestWeekday: z.coerce.number().int().min(1).max(7),
  /** How it stood when the form was opened. */
  seen: z.string().max(20_000).optional(),
})
export type DescribeLio = z.output<typeof describeLioInput>

/** What of the LIO the form shows, for telling whether somebody changed it since. */
export function profileSeen(lio: Omit<DescribeLio, "kind"> & { kind: string }) {
  const { name, kind, legalForm, charityNumber, companyNumber } = lio
  const { about, email, phone, contactName, website, address, openingTimes, digestWeekday } = lio
  return {
    name,
    kind,
    legalForm,
    charityNumber,
    companyNumber,
    about,
    email,
    phone,
    contactName,
    website,
    address,
    openingTimes,
    digestWeekday,
  }
}

/** Somebody who is to work here. */
export const inviteStaffInput = z.object({
  name: wordsSaid(say("Enter their name")),
  email: wordsSaid(say("Enter their email address")),
  level: z.enum(["manager", "worker", "viewer"], { error: say("Choose what they may do") }),
})
export type InviteStaff = z.infer<typeof inviteStaffInput>
