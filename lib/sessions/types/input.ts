import { z } from "zod"
import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import { choices, wordsSaid } from "../../input"
import { say } from "../../words"

const what = {
  name: wordsSaid(say("Enter what you call it"), 60).transform((name) => name.replace(/\s+/g, " ")),
  function: z.enum(keys(FUNCTIONS), { error: say("Choose what it counts for") }),
}

/** A kind of work of the LIO's own, and the usual kind that it is a sort of. */
export const addSessionTypeInput = z.object({
  ...what,
  kind: z.enum(keys(SESSION_KINDS), { error: say("Choose the usual kind that is closest to it") }),
})
export type AddSessionType = z.output<typeof addSessionTypeInput>

/** The same, called or counted otherwise from now on. `seen` is how the person saw it. */
export const changeSessionTypeInput = z.object({
  ...what,
  id: z.uuid(),
  seen: z.string().max(1000).optional(),
})
export type ChangeSessionType = z.output<typeof changeSessionTypeInput>

/** One of them, by its id. */
export const sessionTypeIdInput = z.object({ id: z.uuid() })

/** The usual kinds that are offered from now on. */
export const offerKindsInput = z.object({ kinds: choices(z.enum(keys(SESSION_KINDS))) })
export type OfferKinds = z.output<typeof offerKindsInput>
