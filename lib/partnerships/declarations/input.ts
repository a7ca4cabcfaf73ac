import { z } from "zod"
import { wordsMaybe } from "../../input"
import { say } from "../../words"

/** What a representative declares for the year: interests in words, or that there are none. */
export const declareInput = z
  .object({
    termId: z.uuid(),
    interests: z.enum(["none", "some"], { error: say("Choose whether you have anything to declare") }),
    words: wordsMaybe(3000),
  })
  .refine(({ interests, words }) => interests === "none" || words, {
    path: ["words"],
    error: say("Enter what you declare"),
  })
export type Declare = z.output<typeof declareInput>
