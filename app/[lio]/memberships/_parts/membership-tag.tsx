import { Tag } from "@/app/_ui/tag"
import { MEMBERSHIP_STATES } from "@/db/vocabulary"
import { isUnpaid, type Line, shortLineOf } from "@/lib/membership-status/words"

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

/** Where a membership stands, until when, and whether it was paid. */
export const MembershipTag = ({ line }: { line: Line }) => (
  <Tag tone={isUnpaid(line) && line.state === "current" ? "wait" : STATE_TONES[line.state]}>
    {shortLineOf(line)}
  </Tag>
)
