import type { PropsOf } from "@/lib/email/letters"

const title = "Voluntary sector seat"
const board = "Aldervale Health and Wellbeing Board"
const url = "/ribble/elections/take-part?key=k"
const LONG = 'Cymdeithas Trigolion Llanfairpwllgwyngyll a’r Cylch <&> "Friends"'
const groups = [LONG, "Hob’s Mill Food Bank"]
const until = "4 June 2026 at 5pm"

type Name =
  | "election-news"
  | "election-nominee"
  | "election-checked"
  | "election-ballot"
  | "election-voted"
  | "election-outcome"

/** What each letter about an election may be given. */
export const ELECTION_LETTERS: { [N in Name]: PropsOf<N>[] } = {
  "election-news": [
    { title, board, groups, url, news: "notice", words: ["Groups can put somebody up until 4 June."] },
    { title, board, groups: [LONG], url, news: "off", words: ["The board has ended."] },
    { title, board, groups, url, news: "result", words: ["Elected: Joan Pickles.", LONG] },
  ],
  "election-nominee": [
    { name: LONG, group: LONG, title, board, agreed: false, words: ["Say by 4 June.", LONG], url },
    { name: "Joan Pickles", group: "Good Neighbours", title, board, agreed: true, words: [], url },
  ],
  "election-checked": [
    { name: "Joan Pickles", title, board, valid: true, reason: null, url },
    { name: "Joan Pickles", title, board, valid: false, reason: LONG, url },
  ],
  "election-ballot": (["ballot", "reminder", "handed", "again", "anew"] as const).map((way) => ({
    ...{ title, board, groups, until, url, way },
  })),
  "election-voted": [
    { title, board, groups, until },
    { title, board, groups: [LONG], until },
  ],
  "election-outcome": [
    ...(["elected", "runner_up", "not"] as const).map((how) => ({
      ...{ name: "Joan Pickles", title, board, elected: ["Joan Pickles"], how, seat: null, url },
    })),
    { name: "Joan Pickles", title, board, elected: ["Joan Pickles"], how: "elected", seat: LONG, url },
  ],
}
