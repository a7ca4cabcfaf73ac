import { dayOf, formatDate, formatTime, say } from "../../words"

type Moments = {
  publishedAt: Date | null
  nominationsClosedAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  calledOffAt: Date | null
}
/** How far an election has come. */
export type ElectionState = "planned" | "nominating" | "checking" | "voting" | "ended" | "off"

/** How far an election has come, by what has happened. */
export function stateOf(election: Moments): ElectionState {
  if (election.calledOffAt) return "off"
  if (election.closedAt) return "ended"
  if (election.openedAt) return "voting"
  if (election.nominationsClosedAt) return "checking"
  return election.publishedAt ? "nominating" : "planned"
}

/** Whether groups are choosing: it’s announced, and neither ended nor called off. */
export const groupsChoose = ({ state }: { state: ElectionState }) =>
  state === "nominating" || state === "checking" || state === "voting"

/** Whether an election is still to come to its end, also one that isn’t announced yet. */
export const goesOn = (election: { state: ElectionState }) =>
  election.state === "planned" || groupsChoose(election)

/** How far an election has come, in words. */
export const STATES: Record<ElectionState, string> = {
  planned: say("Not announced yet"),
  nominating: say("Nominations open"),
  checking: say("Nominations closed"),
  voting: say("Voting open"),
  ended: say("Ended"),
  off: say("Called off"),
}

/** What is kept of those who stand, and how long. */
export const HOW_LONG_KEPT = say(
  "What you say of yourself, your picture and your address are deleted a year after the vote, unless you’re elected or become the substitute. From then on the result shows a number in place of your name.",
)

type Seat = Record<"title" | "mandate" | "role" | "time", string | null> & { termMonths: number | null }
/** Whether it matters which of these seats somebody takes. Seats that only a number in their names tells apart are alike. */
export const seatsDiffer = (seats: Seat[]) =>
  new Set(
    seats.map(({ title, mandate, role, time, termMonths }) =>
      JSON.stringify([title?.replace(/[\s\d]+$/, ""), mandate, role, time, termMonths]),
    ),
  ).size > 1

/** A moment in words: "4 June 2026 at 5pm". */
export const momentInWords = (at: Date, zone: string) =>
  say("{day} at {time}", { day: formatDate(dayOf(at, zone)), time: formatTime(at, zone) })

/** How somebody fills in a ballot, by how the votes are counted. */
export const HOW_TO_VOTE = {
  plurality: say("Choose one."),
  approval: say("Tick everybody you’d be happy with."),
  irv: say("Number them: 1 is who you want most. You can leave some empty."),
  "scottish-stv": say("Number them: 1 is who you want most. You can leave some empty."),
} as const

/** How votes are counted, in a sentence or two. */
export const HOW_COUNTED = {
  plurality: say("Whoever has the most votes is elected."),
  approval: say("Every tick is a vote. Whoever has the most is elected."),
  irv: say(
    "Whoever has more than half of the first choices is elected. If nobody has, the last one drops out and their votes move to the next choice, until somebody has.",
  ),
  "scottish-stv": say(
    "It’s counted as in Scottish council elections. Whoever reaches the quota is elected, and what they have over it moves to the next choices. If nobody reaches it, the last one drops out and their votes move on.",
  ),
} as const

/** What happens when candidates are level. */
export const HOW_TIES = say(
  "If two are level, the earlier stages of the count decide. If they were always level, it’s decided by lot, in a way anybody can repeat.",
)

/** What could in theory be seen of a vote, in plain words. */
export const WHO_COULD_SEE = say(
  "Votes are secret. While voting is open they’re locked away together. Nobody can open them on a page, and no list, email or backup says who voted for whom. When it closes they’re counted without names. Somebody who runs the server and changes the program, or who takes its secret key and copies the votes while voting is open, could in theory find out more. Whoever gets hold of your email with the link before your group has voted could vote in its place: that’s why we tell your group’s people once it has voted. We know of no online vote where all of this can be ruled out. If you’re worried about it, ask us to vote on paper.",
)
