import { z } from "zod"
import { choices, ticked, wordsMaybe } from "../../input"
import { say } from "../../words"
import { type GroupFields, groupFields } from "../input"

/** What staff may want to see before it changes; `sizes` stands for all fields of size. */
export const APPROVABLE = [
  "name",
  "alsoKnownAs",
  "about",
  "email",
  "phone",
  "secondPhone",
  "website",
  "address",
  "postcode",
  "sizes",
] as const
export type Approvable = (typeof APPROVABLE)[number]

/** What the LIO wants of the groups' own pages. */
export const ownPagesInput = z.object({
  approves: choices(z.enum(APPROVABLE, { error: say("Choose from the list") })),
  asksYearly: ticked(),
})
export type OwnPages = z.output<typeof ownPagesInput>

/** What staff say to a proposal. `accept` names the fields that are taken over. */
export const decideInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  what: z.enum(["accept", "refuse"], { error: say("Press one of the buttons") }),
  accept: choices(z.string().max(60)),
  note: wordsMaybe(2000),
})
export type Decide = z.output<typeof decideInput>

/** A proposal, by its id. */
export const proposalIdInput = z.object({ id: z.uuid() })

const schemas: Record<string, z.ZodType> = { ...groupFields.shape, income: z.number().int().nullable() }

/** The fields as they are kept, out of what was proposed: words that lay there for weeks are looked at again. */
export const asFields = (changes: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([field, value]) => {
      const form = schemas[field]
      return form ? [[field, form.parse(value)]] : []
    }),
  ) as Partial<GroupFields>
