import { Tag, type Tone } from "@/app/_ui/tag"
import { BID_STATES } from "@/db/vocabulary"

type State = keyof typeof BID_STATES

const TONES: Record<State, Tone> = {
  looking: "plain",
  preparing: "note",
  sent: "wait",
  due: "problem",
  won: "good",
  refused: "plain",
  withdrawn: "plain",
}

/** Where a bid stands. */
export const StateTag = ({ state }: { state: State }) => <Tag tone={TONES[state]}>{BID_STATES[state]}</Tag>
