import { z } from "zod"
import { keys, ROLES } from "@/db/vocabulary"
import { addressSaid, dateMaybe, postcodeMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** What somebody says who asks for their group to join, on the public page. */
export const joinInput = z.object({
  typeId: z.uuid({ error: say("Choose a membership") }),
  group: wordsSaid(say("Enter the name of your group")),
  about: wordsSaid(say("Enter what your group does"), 2000),
  postcode: postcodeMaybe(),
  name: wordsSaid(say("Enter your name"), 200),
  email: addressSaid(say("Enter your email address, so that we can answer")),
  phone: wordsMaybe(60),
  role: z.enum(keys(ROLES), { error: say("Choose what you are in the group") }),
  /** Whether the group may be in the public directory; null: not asked, or not answered. */
  directory: z
    .enum(["yes", "no", ""], { error: say("Choose yes or no") })
    .optional()
    .transform((value) => value || null),
})
export type Join = z.output<typeof joinInput>

/** The same as the form sends it, with the LIO's name in the address. */
export const joinForm = joinInput.extend({ lio: z.string().regex(/^[a-z][a-z0-9-]*$/) })

/** A lead asks for their own group: to join by this type, or to renew. */
export const askInput = z.object({
  groupId: z.uuid(),
  typeId: z.uuid({ error: say("Choose a membership") }).optional(),
})
export type Ask = z.output<typeof askInput>

/** A request is accepted: for which group, from which day, and what the asker may then do for it. */
export const acceptInput = z.object({
  id: z.uuid(),
  group: z.union([z.literal("new"), z.uuid()], { error: say("Choose which group this is") }).optional(),
  startsOn: dateMaybe(),
  speaks: z
    .enum(["lead", "member", ""], { error: say("Choose what they may do") })
    .optional()
    .transform((value) => value || null),
})
export type Accept = z.output<typeof acceptInput>

/** A request is refused, with the reason that the asker is told. */
export const refuseInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter the reason; the group reads it"), 2000),
})
export type Refuse = z.output<typeof refuseInput>
