import { z } from "zod"
import { wordsSaid } from "../../../input"
import { say } from "../../../words"

/** A new version of the terms. */
export const proposeTermsInput = z.object({
  id: z.uuid(),
  words: wordsSaid(say("Enter the terms"), 20_000),
  /** The version that was read when it was written; 0: none. */
  after: z.coerce.number().int().min(0),
})
export type ProposeTerms = z.output<typeof proposeTermsInput>

/** A group agrees to the version that was read. */
export const agreeTermsInput = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  version: z.coerce.number().int().min(1),
})
export type AgreeTerms = z.output<typeof agreeTermsInput>
