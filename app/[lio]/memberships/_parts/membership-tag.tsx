import { Tag } from "@/app/_ui/tag"
import { MEMBERSHIP_STATES } from "@/db/vocabulary"
import { isUnpaid, type Line, narrowLineOf, shortLineOf } from "@/lib/membership-status/words"

/** How each state looks. */
const STATE_TONES = {
  future: "note",
  current: "good",
  ending: "wait",
  grace: "wait",
  lapsed: "problem",
  cancelled: "plain",
} as const

/** The state of a membership as a word. */
export const StateTag = ({ state }: Pick<Line, "state">) => (
  <Tag tone={STATE_TONES[state]}>{MEMBERSHIP_STATES[state]}</Tag>
)

/** How a membership looks: one that runs and is not paid waits. */
const toneOf = (line: Line) => (isUnpaid(line) && line.state === "current" ? "wait" : STATE_TONES[line.state])

/** Where a membership stands, until when, and whether it was paid. `narrow`: in as few words as a table has room for. */
export const MembershipTag = ({ line, narrow }: { line: Line; narrow?: boolean }) => (
  <Tag tone={toneOf(line)}>{narrow ? narrowLineOf(line) : shortLineOf(line)}</Tag>
)
