import { z } from "zod"
import { addressMaybe, ticked, wordsMaybe } from "../../../input"
import { say } from "../../../words"

/** About how many words a statement has; more are counted and refused, never cut. */
export const STATEMENT_WORDS = 100
/** What is let pass beyond that. */
const SPARE = 10

/** How many words a text has. */
export const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length

const statement = () =>
  wordsMaybe(3000).refine((text) => text === null || wordsIn(text) <= STATEMENT_WORDS + SPARE, {
    error: ({ input }) =>
      say("Your statement has {words} words. Make it {most} or fewer.", {
        words: wordsIn(String(input ?? "")),
        most: STATEMENT_WORDS,
      }),
  })

/** What every form says of the link that its page was opened with. */
export const byLink = { lio: z.string().regex(/^[a-z][a-z0-9-]*$/), key: z.string().max(2000) }

/** A group puts somebody up: whoever fills it in, or somebody else of the group by name and address. */
export const nominateInput = z
  .object({
    ...byLink,
    groupId: z.uuid({ error: say("Choose the group") }),
    who: z.enum(["me", "other"], { error: say("Choose who stands") }),
    name: wordsMaybe(200),
    email: addressMaybe(),
    statement: statement(),
  })
  .refine(({ who, name }) => who === "me" || name, { path: ["name"], error: say("Enter their name") })
  .refine(({ who, email }) => who === "me" || email, {
    path: ["email"],
    error: say("Enter their email address"),
  })
export type Nominate = Omit<z.output<typeof nominateInput>, "lio" | "key">

/** A group endorses somebody who was put up; `networkId`: for a network that it leads. */
export const endorseInput = z.object({
  ...byLink,
  nominationId: z.uuid(),
  groupId: z.uuid({ error: say("Choose the group") }),
})
export type Endorse = Omit<z.output<typeof endorseInput>, "lio" | "key">

/** Whoever was put up agrees to stand, with a statement. */
export const agreeInput = z.object({
  ...byLink,
  statement: statement().refine((text) => text !== null, { error: say("Enter a few words to the groups") }),
  agrees: ticked().refine(Boolean, { error: say("Tick this if you want to stand") }),
})
/** They withdraw. */
export const withdrawByLinkInput = z.object({ ...byLink })

/** Staff check a nomination: valid, or not, with a reason that the nominee gets. */
export const checkInput = z
  .object({
    id: z.uuid(),
    verdict: z.enum(["valid", "refused"], { error: say("Choose whether it’s valid") }),
    reason: wordsMaybe(1000),
  })
  .refine(({ verdict, reason }) => verdict === "valid" || reason, {
    path: ["reason"],
    error: say("Enter why it isn’t valid"),
  })
export type Check = z.output<typeof checkInput>

/** A network endorses somebody, as staff note. */
export const noteNetworkInput = z.object({
  id: z.uuid(),
  networkId: z.uuid({ error: say("Choose the network") }),
})
export type NoteNetwork = z.output<typeof noteNetworkInput>
