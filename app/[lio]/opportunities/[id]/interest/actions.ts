"use server"

import { submit } from "@/app/_http/submit"
import { expressInterest, withdrawInterest } from "@/lib/opportunities/interest/commands"
import { expressInput, withdrawInput } from "@/lib/opportunities/interest/input"
import { say } from "@/lib/words"

const to = (lio: string, id: string, text: string) => ({
  to: `/${lio}/opportunities/${id}`,
  banner: { text },
})

/** Says that a group would bid. */
export const expressInterestForm = submit(
  "expressInterest",
  expressInput,
  expressInterest,
  ({ opportunityId }, { lio }) =>
    to(lio, opportunityId, say("Sent. You can change it or withdraw it at any time.")),
)
/** Says that it is no longer interested. */
export const withdrawInterestForm = submit(
  "withdrawInterest",
  withdrawInput,
  withdrawInterest,
  ({ opportunityId }, { lio }) =>
    to(lio, opportunityId, say("Withdrawn. The other groups don’t see it any more.")),
)
