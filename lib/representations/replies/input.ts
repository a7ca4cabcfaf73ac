import { z } from "zod"
import { FILED_REPLIES, keys, PROMISE_ENDINGS } from "@/db/vocabulary"
import { choiceMaybe, dateMaybe, idMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** What a body says to an ask: what it decided, why, and what it promises. */
export const saidFields = z.object({
  reply: z.enum(keys(FILED_REPLIES), { error: say("Choose what they decided") }),
  replyText: wordsMaybe(10_000),
  reason: wordsMaybe(4000),
  promisedBy: wordsMaybe(200),
  promisedFor: dateMaybe(),
})
type Promised = {
  reply: string
  reason?: string | null
  promisedBy?: string | null
  promisedFor?: string | null
}

/** What is still missing of a reply: a refusal has its reason, a promise says who keeps it and by when. */
export function missingIn({ reply, reason, promisedBy, promisedFor }: Promised) {
  if (reply === "rejected" && !reason)
    return {
      field: "reason",
      words: say("Enter the reason. If they gave none, say so."),
    }
  if ((reply === "promised" || promisedFor) && !promisedBy)
    return { field: "promisedBy", words: say("Enter who promised it: a person, a team or a committee") }
  if ((reply === "promised" || promisedBy) && !promisedFor)
    return { field: "promisedFor", words: say("Enter the date it’s promised for") }
  return null
}

/** What the body said to one ask, as it was filed. */
export const replyInput = saidFields.extend({
  id: z.uuid(),
  repliedOn: dateMaybe(),
  sender: wordsMaybe(200),
  fileId: idMaybe(),
})
type Filed = z.output<typeof replyInput>
export type ReplySaid = Pick<Filed, "id" | "reply" | "replyText" | "repliedOn"> & Partial<Filed>

/** What then really happened; with a promise, how that ended. */
export const askOutcomeInput = z
  .object({
    id: z.uuid(),
    outcome: wordsSaid(say("Enter what happened"), 4000),
    outcomeOn: dateMaybe(),
    promiseId: idMaybe(),
    ending: choiceMaybe(keys(PROMISE_ENDINGS)),
    needIds: z.array(z.uuid()).max(50).default([]),
    needId: idMaybe(),
  })
  .transform(({ promiseId, ending, ...rest }) => ({
    ...rest,
    ending: promiseId ? ending : null,
    promiseId: ending ? promiseId : null,
  }))
type Happened = z.output<typeof askOutcomeInput>
export type AskOutcome = Pick<Happened, "id" | "outcome" | "outcomeOn"> & Partial<Happened>
