import { say } from "../../lib/words"

/** To whom it is known which answers are whose. `nobody`: not even to the LIO. */
export const NAMING = {
  body: say("Named"),
  lio: say("Named to us only"),
  nobody: say("Not named to anybody"),
} as const

/** What makes a consultation fair: the Gunning principles, and what the Compact adds. */
export const FAIRNESS = {
  formative: say("Nothing is decided yet, and what groups say can still change it"),
  information: say("Groups are told enough to think about it and answer"),
  time: say("Groups have enough time"),
  consideration: say("Whoever decides reads the answers before deciding"),
  feedback: say("Every group hears what came of it, and why"),
} as const

/** Who answers a body's own consultation. */
export const SOURCE_ANSWERS = {
  joint: say("We answer for everybody, with what groups tell us"),
  separate: say("Groups answer themselves; we tell the body what they told us as well"),
} as const
