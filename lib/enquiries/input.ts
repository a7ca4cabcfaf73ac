import { z } from "zod"
import { ENQUIRY_SOURCES, keys } from "@/db/vocabulary"
import { addressMaybe, dateMaybe, ticked, wordsMaybe, wordsSaid } from "../input"
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

/** What a worker writes down of somebody who rang, wrote or came by. No way to reach them is needed: they may ring again. */
export const enterInput = z.object({
  source: z.enum(keys(ENQUIRY_SOURCES), { error: say("Choose how they came to you") }),
  name: wordsSaid(say("Enter their name"), 200),
  email: addressMaybe(),
  phone: wordsMaybe(60),
  about: wordsSaid(say("Enter something about their group or their idea"), 2000),
  wanted: wordsMaybe(2000),
  place: wordsMaybe(100),
})
export type Enter = z.output<typeof enterInput>

/** What is known better of who asks and what for. `seen` is how the person saw it. */
export const changeEnquiryInput = enterInput.omit({ source: true }).extend({
  id: z.uuid(),
  seen: z.string().max(12_000).optional(),
})
export type ChangeEnquiry = z.output<typeof changeEnquiryInput>

/** An enquiry that goes no further, and why. */
export const endEnquiryInput = z.object({ id: z.uuid(), because: wordsMaybe(500) })
export type EndEnquiry = z.output<typeof endEnquiryInput>

/** An enquiry that became a group, by the group's name; `contact`: whoever asked becomes its main contact. */
export const becomeInput = z.object({
  id: z.uuid(),
  name: wordsSaid(say("Enter the group’s name"), 300),
  contact: ticked(),
  becameOn: dateMaybe(),
})
export type Become = z.output<typeof becomeInput>

/** One enquiry, by its id. */
export const enquiryIdInput = z.object({ id: z.uuid() })
