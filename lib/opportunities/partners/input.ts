import { z } from "zod"
import { CONSENT_WAYS, keys } from "@/db/vocabulary"
import { choiceMaybe, wordsMaybe } from "../../input"
import { say } from "../../words"

/** Whether a group may be found by others that look for somebody to bid with. Who told staff, and how, is for staff to say. */
export const biddingConsentInput = z.object({
  groupId: z.uuid(),
  willing: z.enum(["yes", "no"], { error: say("Choose yes or no") }),
  saidBy: wordsMaybe(200),
  saidHow: choiceMaybe(keys(CONSENT_WAYS)),
})
export type BiddingConsentSaid = z.output<typeof biddingConsentInput>
