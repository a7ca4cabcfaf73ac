import { z } from "zod"
import { keys, PROOFS, SHARES } from "@/db/vocabulary"
import { whichGroups } from "../../groups/picker/input"
import { choiceMaybe, dateMaybe, idMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { sumMaybe } from "../input"

const bidSaid = {
  ...whichGroups,
  funderId: idMaybe(),
  /** The name of a funder that isn't on the list. */
  newFunder: wordsMaybe(200),
  title: wordsSaid(say("Enter what the money is for"), 200),
  asked: sumMaybe(),
  deadlineOn: dateMaybe(),
  notes: wordsMaybe(5000),
}

/** A bid as it is first noted. */
export const addBidInput = z.object({
  ...bidSaid,
  at: z.enum(["looking", "preparing", "sent"]).default("looking"),
})
export type AddBid = z.output<typeof addBidInput>

/** What is said of it later; a date that is left out stays as it is. */
export const changeBidInput = z.object({
  id: z.uuid(),
  ...bidSaid,
  share: choiceMaybe(keys(SHARES)),
  sentOn: dateMaybe(),
  decisionDueOn: dateMaybe(),
})
export type ChangeBid = z.output<typeof changeBidInput>

/** One bid, by its id. */
export const bidIdInput = z.object({ id: z.uuid() })

/** It went to the funder on a day. */
export const sendBidInput = z.object({ id: z.uuid(), on: dateMaybe(), decisionDueOn: dateMaybe() })
export type SendBid = z.output<typeof sendBidInput>

/** It was withdrawn on a day. */
export const withdrawBidInput = z.object({ id: z.uuid(), on: dateMaybe() })

/** What the funder decided. An award needs its sum, how we know, and our part in it. */
export const decideBidInput = z
  .object({
    id: z.uuid(),
    outcome: z.enum(["won", "refused"], { error: say("Choose what the funder decided") }),
    on: dateMaybe(),
    awarded: sumMaybe(),
    paid: sumMaybe(),
    share: choiceMaybe(keys(SHARES)),
    proof: choiceMaybe(keys(PROOFS)),
  })
  .superRefine(({ outcome, awarded, paid, share, proof }, check) => {
    if (outcome === "refused") return
    const wrong = (field: string, message: string) =>
      check.addIssue({ code: "custom", path: [field], message })
    if (awarded === null) wrong("awarded", say("Enter how much was awarded"))
    if (!proof) wrong("proof", say("Choose how you know"))
    if (!share) wrong("share", say("Choose our part in it"))
    if (awarded !== null && (paid ?? 0) > awarded)
      wrong("paid", say("This is more than was awarded. Check both sums."))
  })
export type DecideBid = z.output<typeof decideBidInput>

/** How much of an award has been paid so far. */
export const payBidInput = z.object({ id: z.uuid(), paid: sumMaybe() })
