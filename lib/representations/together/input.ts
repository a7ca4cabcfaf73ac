import { z } from "zod"
import { idMaybe, wordsMaybe } from "../../input"
import { say } from "../../words"
import { MOST_OF_ASK } from "../input"

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
  .refine(({ askId, partId }) => !(askId && partId), {
    path: ["rewording"],
    error: say("Choose the paragraph or ask you want to reword."),
  })
  .refine(({ askId, rewording }) => !askId || (rewording ?? "").length <= MOST_OF_ASK, {
    path: ["rewording"],
    error: say("Use no more than {count} characters for an ask", { count: MOST_OF_ASK }),
  })
export type RemarkSaid = z.output<typeof remarkInput>

/** A remark or a rewording to settle: taken over or not. */
export const settleInput = z.object({ id: z.uuid(), button: z.enum(["accept", "decline", "done"]) })
export type Settle = z.output<typeof settleInput>
