import type { ASK_REPLIES, PROMISE_ENDINGS } from "@/db/vocabulary"
import { medianOf } from "../../median"

/** One ask of a paper that was sent, and what the body has said to it so far. */
type ScoredAsk = {
  id: string | null
  text: string
  acknowledged: boolean
  reply: keyof typeof ASK_REPLIES | null
  /** By when it is promised, where the last reply promises it, and how that ended. */
  promisedFor: string | null
  ending: keyof typeof PROMISE_ENDINGS | null
}

/** One paper that was sent, with its days and its asks. */
export type ScoredPaper = {
  id: string
  version: number
  title: string
  bodyId: string
  body: string
  sentOn: string
  daysAllowed: number | null
  /** To the first answer to any of its asks; null while there is none. */
  daysTaken: number | null
  asks: ScoredAsk[]
}

/** What is counted of a body. */
export type FigureKey =
  | "papers"
  | "allowed"
  | "taken"
  | "put"
  | "acknowledged"
  | "answered"
  | "accepted"
  | "partly"
  | "rejected"
  | "promised"
  | "undecided"
  | "promises"
  | "kept"
  | "not_kept"
  | "changed"
  | "open"
  | "overdue"
  | "meetings"
  | "board_meetings"
  | "reported"
  | "board_promises"
  | "board_kept"

/** How often staff met somebody of a body, of all work with it that they recorded. */
export type Met = { meetings: number; contacts: number }

/**
 * What there was at boards on which a body sits: meetings held and reported from, and promises made there that answer no ask,
 * and kept. One that answers an ask counts with that ask.
 */
export type AtBoards = { boards: number; held: number; reported: number; promised: number; kept: number }

/** A row behind a figure: a paper, or one ask of it. */
type ScoredRow = { paper: ScoredPaper; ask: ScoredAsk | null }
export type Figure = { key: FigureKey; value: number | null; of: number; rows: ScoredRow[] }

const isAnswered = ({ reply }: ScoredAsk) => reply !== null && reply !== "no_reply"

/** What an ask must be to stand behind each figure, and out of which other figure it counts. */
const OF_ASKS: [FigureKey, "put" | "answered" | "promises", (ask: ScoredAsk, today: string) => boolean][] = [
  ["put", "put", () => true],
  ["acknowledged", "put", (ask) => ask.acknowledged || isAnswered(ask)],
  ["answered", "put", isAnswered],
  ["accepted", "answered", ({ reply }) => reply === "accepted"],
  ["partly", "answered", ({ reply }) => reply === "partly"],
  ["rejected", "answered", ({ reply }) => reply === "rejected"],
  ["promised", "answered", ({ reply }) => reply === "promised"],
  ["undecided", "answered", ({ reply }) => reply === "answered"],
  ["promises", "answered", ({ promisedFor }) => promisedFor !== null],
  ["kept", "promises", ({ promisedFor, ending }) => promisedFor !== null && ending === "kept"],
  ["not_kept", "promises", ({ promisedFor, ending }) => promisedFor !== null && ending === "not_kept"],
  ["changed", "promises", ({ promisedFor, ending }) => promisedFor !== null && ending === "changed"],
  [
    "open",
    "promises",
    ({ promisedFor, ending }, today) => promisedFor !== null && !ending && promisedFor >= today,
  ],
  [
    "overdue",
    "promises",
    ({ promisedFor, ending }, today) => promisedFor !== null && !ending && promisedFor < today,
  ],
]

/** Every figure of one body from its papers, each with what it is out of and the rows behind it. */
export function figuresOf(
  papers: ScoredPaper[],
  today: string,
  { meetings, contacts }: Met = { meetings: 0, contacts: 0 },
  boards: AtBoards = { boards: 0, held: 0, reported: 0, promised: 0, kept: 0 },
): Figure[] {
  const whole = papers.map((paper): ScoredRow => ({ paper, ask: null }))
  const days = (key: "allowed" | "taken", of: "daysAllowed" | "daysTaken"): Figure => {
    const rows = whole.filter(({ paper }) => paper[of] !== null)
    return { key, value: medianOf(rows.map(({ paper }) => paper[of] ?? 0)), of: rows.length, rows }
  }
  const all = papers.flatMap((paper) => paper.asks.map((ask) => ({ paper, ask })))
  const rowsOf = (key: FigureKey) => {
    const fits = OF_ASKS.find(([one]) => one === key)?.[2]
    return all.filter(({ ask }) => fits?.(ask, today))
  }
  return [
    { key: "papers", value: whole.length, of: whole.length, rows: whole },
    days("allowed", "daysAllowed"),
    days("taken", "daysTaken"),
    ...OF_ASKS.map(([key, of]): Figure => {
      const rows = rowsOf(key)
      return { key, value: rows.length, of: rowsOf(of).length, rows }
    }),
    { key: "meetings", value: meetings, of: contacts, rows: [] },
    { key: "board_meetings", value: boards.held, of: boards.boards, rows: [] },
    { key: "reported", value: boards.reported, of: boards.held, rows: [] },
    { key: "board_promises", value: boards.promised, of: boards.boards, rows: [] },
    { key: "board_kept", value: boards.kept, of: boards.promised, rows: [] },
  ]
}
