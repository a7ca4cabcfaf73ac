import { z } from "zod"
import { ticked, wordsSaid } from "../../input"
import { say } from "../../words"

const where = { id: z.uuid(), group: z.uuid() }

/** What somebody says to their colleagues about a question. */
export const commentInput = z.object({
  ...where,
  questionId: z.uuid(),
  words: wordsSaid(say("Enter your comment"), 2000),
})
export type SayComment = z.output<typeof commentInput>

/** A comment of one's own to take back. */
export const removeCommentInput = z.object({ ...where, commentId: z.uuid() })
export type RemoveComment = z.output<typeof removeCommentInput>

/** Whether two people of a group sign its answers. */
export const signingRuleInput = z.object({ ...where, two: ticked() })
export type SigningRule = z.output<typeof signingRuleInput>
