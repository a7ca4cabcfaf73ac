"use server"

import { submit } from "@/app/_http/submit"
import { sayBiddingConsent } from "@/lib/opportunities/partners/commands"
import { biddingConsentInput } from "@/lib/opportunities/partners/input"
import { say } from "@/lib/words"

/** Says whether a group may be found by others that look for somebody to bid with. */
export const sayBiddingConsentForm = submit(
  "sayBiddingConsent",
  biddingConsentInput,
  sayBiddingConsent,
  ({ groupId, willing }, { lio }) => ({
    to: `/${lio}/groups/${groupId}/bidding`,
    banner: {
      text: willing ? say("Saved. Other groups can find it now.") : say("Saved. Other groups can’t find it."),
    },
  }),
)
