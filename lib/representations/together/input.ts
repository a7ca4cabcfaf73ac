import { z } from "zod"
import { idMaybe, wordsMaybe } from "../../input"
import { say } from "../../words"

/** A remark on a paper, one of its paragraphs or an ask; or other words for it. */
export const remarkInput = z
  .object({
    representationId: z.uuid(),
    askId: idMaybe(),
    partId: idMaybe(),
    text: wordsMaybe(4000),
    rewording: wordsMaybe(10_000),
  })
  .refine(({ text, rewording }) => text || rewording, {
    path: ["text"],
    error: say("Enter a comment or a suggested wording"),
  })
export type RemarkSaid = z.output<typeof remarkInput>

/** A remark or a rewording to settle: taken over or not. */
export const settleInput = z.object({ id: z.uuid(), button: z.enum(["accept", "decline", "done"]) })
export type Settle = z.output<typeof settleInput>
