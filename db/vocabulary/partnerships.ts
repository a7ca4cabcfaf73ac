import { say } from "../../lib/words"

/** Who holds a seat, and who goes when they can’t. */
export const SEAT_HOLDERS = {
  representative: say("Representative"),
  substitute: say("Substitute"),
} as const

/** How somebody came to a seat. */
export const CHOSEN_BY = {
  election: say("Elected by groups"),
  unopposed: say("Elected unopposed"),
  network: say("Chosen by a network"),
  trustees: say("Appointed by our trustees"),
  board: say("Invited by the board itself"),
  post: say("Comes with their job"),
} as const

/** Why somebody’s term ended. */
export const TERM_ENDINGS = {
  completed: say("Their term was over"),
  stepped_down: say("Stepped down"),
  left_group: say("Left the group they came from"),
  recalled: say("Called back by the groups"),
  board_ended: say("The board or seat ended"),
} as const

/** Who reads what a board decided. */
export const DECISION_READERS = {
  public: say("Anybody"),
  members: say("Our groups"),
  staff: say("Staff only"),
} as const

/** Where something stands that a group wanted to have raised. */
export const RAISED_STATES = {
  waiting: say("For the meeting"),
  raised: say("Raised"),
  answered: say("Answered without raising it"),
  not_raised: say("Not raised"),
} as const
