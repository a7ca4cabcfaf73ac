import { say } from "../../lib/words"

/** To whom it is known which answers are whose. `nobody`: not even to the LIO. */
export const NAMING = {
  body: say("Named"),
  lio: say("Named to us only"),
  nobody: say("Anonymous, even to us"),
} as const

/** What makes a consultation fair: the Gunning principles, and what the Compact adds. */
export const FAIRNESS = {
  formative: say("Nothing is decided yet, and what groups say can still change it"),
  information: say("Groups are told enough to think it through and answer"),
  time: say("Groups have enough time"),
  consideration: say("The people who decide consider the answers first"),
  feedback: say("Every group hears what came of it, and why"),
} as const

/** Who answers a body's own consultation. */
export const SOURCE_ANSWERS = {
  joint: say("We answer on everybody’s behalf, using what groups tell us"),
  separate: say("Groups answer for themselves, and we also tell the body what they told us"),
} as const
