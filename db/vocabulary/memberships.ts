import { say } from "../../lib/words"

/** What a group is while its membership counts. */
export const MEMBERSHIP_STANDINGS = { member: say("Member"), affiliate: say("Affiliate") } as const

export const MEMBERSHIP_PERIODS = {
  rolling: say("From the day of joining"),
  fixed: say("A fixed year, the same for everybody"),
  open: say("Until it is ended"),
} as const

/** Where a membership stands on a day. It follows from its dates. */
export const MEMBERSHIP_STATES = {
  future: say("Not started yet"),
  current: say("Current"),
  ending: say("Ends soon"),
  grace: say("Lapsed, in grace period"),
  lapsed: say("Lapsed"),
  cancelled: say("Ended"),
} as const

/** How a group was asked to renew. */
export const CHASE_WAYS = {
  letter: say("Renewal email"),
  email: say("Email"),
  phone: say("Phone call"),
  visit: say("Visit"),
  post: say("Post"),
} as const
