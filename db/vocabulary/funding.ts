import { say } from "../../lib/words"

/** Where a bid stands. It follows from its dates; a decision is due when its day has come. */
export const BID_STATES = {
  looking: say("Looking"),
  preparing: say("Preparing"),
  sent: say("Sent"),
  due: say("Decision due"),
  won: say("Won"),
  refused: say("Turned down"),
  withdrawn: say("Withdrawn"),
} as const

/** The LIO's part in a bid. */
export const SHARES = {
  led: say("We led it"),
  helped: say("We helped"),
  signposted: say("We signposted"),
  none: say("Not ours"),
} as const

/** How an award is known. */
export const PROOFS = {
  reported: say("The group told us"),
  letter: say("We saw the letter"),
  matched: say("Matched to published data"),
} as const

/** How a published grant was held to be a group's. */
export const FOUND_BY = { identifier: say("By its number"), name: say("By its name") } as const
