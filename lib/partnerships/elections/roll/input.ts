import { z } from "zod"
import { APPEAL_DECISIONS, keys } from "@/db/vocabulary"
import { addressSaid, wordsSaid } from "../../../input"
import { say } from "../../../words"
import { byLink } from "../nominations/input"

/** A group asks to be on the roll. */
export const appealInput = z.object({
  ...byLink,
  rollId: z.uuid(),
  words: wordsSaid(say("Enter why your group should be on the roll"), 2000),
})
export type Appeal = Omit<z.output<typeof appealInput>, "lio" | "key">

/** Staff decide on an appeal, with a reason. */
export const decideAppealInput = z.object({
  id: z.uuid(),
  decision: z.enum(keys(APPEAL_DECISIONS), { error: say("Choose what you decide") }),
  reason: wordsSaid(say("Enter why"), 1000),
})
export type DecideAppeal = z.output<typeof decideAppealInput>

/** Staff note that a group says the vote that stands for it isn’t its own. */
export const disputeInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter what the group says"), 1000),
})
export type Dispute = z.output<typeof disputeInput>

const voter = {
  name: wordsSaid(say("Enter their name"), 200),
  email: addressSaid(say("Enter their email address")),
}
/** Who votes for a group, as staff say. */
export const setVoterInput = z.object({ id: z.uuid(), ...voter })
export type SetVoter = z.output<typeof setVoterInput>
/** The same, as the group says by its link. */
export const handOverInput = z.object({ ...byLink, rollId: z.uuid(), ...voter })
export type HandOver = Omit<z.output<typeof handOverInput>, "lio" | "key">
