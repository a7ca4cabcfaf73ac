import { z } from "zod"
import { keys, ROLES } from "@/db/vocabulary"
import { addressMaybe, dateMaybe, rowMaybe, wordsMaybe } from "../../input"
import { say } from "../../words"

/** Whether somebody may speak for the group here: as lead (also signs off), as member, or not. */
const speaksMaybe = () =>
  z
    .enum(["lead", "member", "no", ""], { error: say("Choose what they may do here") })
    .nullish()
    .transform((value) => (value === "lead" || value === "member" ? value : null))

const roleFields = {
  role: z.enum(keys(ROLES), { error: say("Choose what they are in the group") }),
  title: wordsMaybe(100),
  speaks: speaksMaybe(),
  startedOn: dateMaybe(),
}

/** A role for a person who is known already. */
const giveRoleInput = z.object({ groupId: z.uuid(), personId: z.uuid(), ...roleFields })
export type GiveRole = z.output<typeof giveRoleInput>

/** A role for somebody by name and address: the person is found by the address, or added. */
export const welcomeInput = z.object({
  groupId: z.uuid(),
  name: z
    .string({ error: say("Enter their name") })
    .trim()
    .min(1, say("Enter their name"))
    .max(200, say("Make this 200 characters or fewer")),
  email: addressMaybe(),
  phone: wordsMaybe(60),
  main: z.preprocess((value) => value === "on" || value === "yes" || value === true, z.boolean()),
  ...roleFields,
})
export type Welcome = z.output<typeof welcomeInput>

/** The most people of a new group that are typed along with it. */
export const MOST_CONTACTS = 10

/** People of a new group, a row each; null is an empty row. */
export const contactsInput = z
  .array(rowMaybe(welcomeInput.pick({ name: true, role: true, email: true, phone: true })))
  .max(MOST_CONTACTS)
  .default([])
export type Contacts = z.output<typeof contactsInput>

/** The end of a role. */
export const endRoleInput = z.object({ groupId: z.uuid(), roleId: z.uuid(), endedOn: dateMaybe() })
export type EndRole = z.output<typeof endRoleInput>

/** Who the main contact was when the page was opened: nobody is null, undefined says that nobody looked. */
const seenPerson = () =>
  z
    .union([z.uuid(), z.literal(""), z.null()])
    .optional()
    .transform((value) => (value === undefined ? undefined : value || null))

/** Which of the group's people is its main contact; nobody when left out. */
export const mainContactInput = z.object({
  groupId: z.uuid(),
  personId: z
    .union([z.uuid(), z.literal("")])
    .nullish()
    .transform((value) => value || null),
  seen: seenPerson(),
})
export type MainContact = { groupId: string; personId: string | null; seen?: string | null }

/** What somebody may do here for a group they have a role in. */
export const speakingInput = z.object({
  groupId: z.uuid(),
  roleId: z.uuid(),
  speaks: speaksMaybe(),
  /** What they could do when the page was opened. */
  seen: speaksMaybe().optional(),
})
export type Speaking = z.output<typeof speakingInput>
