import { z } from "zod"
import { keys } from "@/db/vocabulary"
import { wordsMaybe } from "../../input"
import { say } from "../../words"

/** How useful an event was, the best first. */
export const USEFUL = {
  very: { points: 5, label: say("Very useful") },
  quite: { points: 4, label: say("Useful") },
  fairly: { points: 3, label: say("Fairly useful") },
  little: { points: 2, label: say("Not very useful") },
  not: { points: 1, label: say("Not useful at all") },
} as const

/** What those who came say of an event, with the link of their booking. */
export const feedbackByLinkInput = z.object({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  key: z.string().max(2000),
  useful: z
    .enum(keys(USEFUL), { error: say("Choose how useful it was") })
    .transform((word) => USEFUL[word].points),
  change: wordsMaybe(2000),
  better: wordsMaybe(2000),
})
export type Feedback = Pick<z.output<typeof feedbackByLinkInput>, "useful" | "change" | "better">
