import { z } from "zod"
import { choices, wordsSaid } from "../input"
import { say } from "../words"

const said = {
  subject: wordsSaid(say("Enter a subject"), 150),
  words: wordsSaid(say("Enter what you want to say"), 10_000),
}

/** An email to groups, not sent yet. */
export const draftInput = z.object({ ...said, groupIds: choices(z.uuid()) })
export type Draft = z.output<typeof draftInput>
/** The same said better. */
export const rewriteInput = z.object({ id: z.uuid(), ...said })
export type Rewrite = z.output<typeof rewriteInput>
/** An email to groups by its id. */
export const mailingIdInput = z.object({ id: z.uuid() })
