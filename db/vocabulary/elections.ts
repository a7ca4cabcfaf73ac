import { say } from "../../lib/words"

/** How staff want votes to be counted. */
export const RULES_ASKED = {
  usual: say("In order of preference"),
  approval: say("By ticking everybody they’d be happy with"),
} as const

/** How votes are counted, once it is known how many stand. */
export const ELECTION_RULES = {
  plurality: say("The most votes"),
  irv: say("Instant run-off"),
  "scottish-stv": say("Single transferable vote"),
  approval: say("Approval"),
} as const

/** Why a group isn’t on a roll. */
export const LEFT_OUT = {
  not_member: say("Not a member on that day"),
  affiliate: say("Linked to us, but not a member"),
  too_new: say("Not a member for long enough"),
} as const

/** By which way a group voted. */
export const VOTED_BY = { link: say("Online"), paper: say("On paper") } as const

/** How choosing somebody ended. */
export const ELECTION_OUTCOMES = {
  elected: say("Elected by groups"),
  unopposed: say("Elected unopposed"),
  nobody: say("Nobody stood"),
} as const

/** What staff decide on an appeal about the roll. */
export const APPEAL_DECISIONS = {
  upheld: say("Put on the roll"),
  dismissed: say("Not put on the roll"),
} as const
