import { z } from "zod"
import { choices, wordsMaybe } from "../../input"

/** What staff say before a brief, and which lines stay in it (the others are left out). `version`: what was changed. */
export const editBriefInput = z.object({
  meetingId: z.uuid(),
  version: z.coerce.number().int(),
  words: wordsMaybe(5000),
  keep: choices(z.string().max(80)),
  /** Which button was pressed: what was typed is saved first, whichever. */
  button: z.enum(["save", "send", "gather"]).default("save"),
})
export type EditBrief = z.output<typeof editBriefInput>

/** The brief of a meeting. */
export const briefIdInput = z.object({ meetingId: z.uuid() })
