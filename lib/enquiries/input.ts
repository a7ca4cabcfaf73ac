import { z } from "zod"
import { addressMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** What somebody says on the public page who has a group or an idea. */
export const tellInput = z
  .object({
    name: wordsSaid(say("Enter your name"), 200),
    email: addressMaybe(),
    phone: wordsMaybe(60),
    about: wordsSaid(say("Enter something about your group or your idea"), 2000),
    wanted: wordsMaybe(2000),
    place: wordsMaybe(100),
    /** Nobody sees this field: whoever fills it in is a program. */
    company: z.string().max(300).optional(),
  })
  .refine(({ email, phone }) => email || phone, {
    path: ["email"],
    message: say("Enter an email address or a phone number, so that we can answer"),
  })
export type Tell = z.output<typeof tellInput>

/** The same as the form sends it, with the LIO's name in the address. */
export const tellForm = z.intersection(tellInput, z.object({ lio: z.string().regex(/^[a-z][a-z0-9-]*$/) }))

/** One enquiry, by its id. */
export const enquiryIdInput = z.object({ id: z.uuid() })
