import { z } from "zod"
import { dateMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** What a body says of its figures: its own words, who wrote them, and when. */
export const bodyCommentInput = z.object({
  bodyId: z.uuid(),
  words: wordsSaid(say("Enter what they say, in their own words"), 4000),
  sender: wordsSaid(say("Enter who wrote it for them"), 200),
  saidOn: dateMaybe(),
})
export type BodyComment = z.output<typeof bodyCommentInput>
