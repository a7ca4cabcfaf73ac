import { z } from "zod"
import { BID_OUTCOMES, keys } from "@/db/vocabulary"
import { sumMaybe } from "../../../funding/input"
import { dateMaybe, wordsMaybe, wordsSaid } from "../../../input"
import { say } from "../../../words"

/** The bid went in: when, to whom, and for how much. */
export const submitBidInput = z.object({
  id: z.uuid(),
  on: dateMaybe(),
  wentTo: wordsSaid(say("Enter to whom it went"), 200),
  asked: sumMaybe(),
})
export type SubmitBid = z.output<typeof submitBidInput>

/** What became of it. `parts`: what each group gets of the sum, where it was won. */
export const decideBidInput = z
  .object({
    id: z.uuid(),
    outcome: z.enum(keys(BID_OUTCOMES), { error: say("Choose what became of it") }),
    on: dateMaybe(),
    awarded: sumMaybe(),
    parts: z.array(z.object({ groupId: z.uuid(), part: sumMaybe() })).default([]),
  })
  .superRefine(({ outcome, awarded }, check) => {
    if (outcome === "won" && awarded === null)
      check.addIssue({ code: "custom", path: ["awarded"], message: say("Enter how much it’s worth") })
  })
export type DecideBid = z.output<typeof decideBidInput>

/** What the buyer said of the bid, and what the groups would do otherwise next time. */
export const tellFeedbackInput = z.object({
  id: z.uuid(),
  feedback: wordsSaid(say("Enter what the buyer said"), 10_000),
  lesson: wordsMaybe(10_000),
})
export type TellFeedback = z.output<typeof tellFeedbackInput>
