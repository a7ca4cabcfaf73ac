import { z } from "zod"
import { BIDDING_WAYS, INTEREST_READERS, keys } from "@/db/vocabulary"
import { choiceMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** A group says that it would bid: how, what it could do, and who may see it. `willing`: whether it may be found by others, too. */
export const expressInput = z.object({
  opportunityId: z.uuid(),
  groupId: z.uuid(),
  how: z.enum(keys(BIDDING_WAYS), { error: say("Choose how you would bid") }),
  offer: wordsSaid(say("Enter what you could do"), 3000),
  seenBy: z.enum(keys(INTEREST_READERS), { error: say("Choose who may see it") }),
  willing: choiceMaybe(["yes", "no"] as ["yes", "no"]),
})
export type Express = z.output<typeof expressInput>

/** What a group has said of an opportunity. */
export const withdrawInput = z.object({ opportunityId: z.uuid(), groupId: z.uuid() })
export type Withdraw = z.output<typeof withdrawInput>
