import { formatNumber, say, sayCount } from "../../words"
import type { Figure, FigureKey } from "./figures"

/** What each figure is called. */
export const FIGURE_NAMES: Record<FigureKey, string> = {
  papers: say("Papers sent to them"),
  allowed: say("Days they had to reply"),
  taken: say("Days to their first answer"),
  put: say("Asks put to them"),
  acknowledged: say("Asks acknowledged"),
  answered: say("Asks answered"),
  accepted: say("Asks accepted"),
  partly: say("Asks accepted in part"),
  rejected: say("Asks not accepted"),
  promised: say("Asks answered with a promise"),
  undecided: say("Asks answered, no decision"),
  promises: say("Promises with a date"),
  kept: say("Promises kept"),
  not_kept: say("Promises not kept"),
  changed: say("Promises changed"),
  open: say("Promises not due yet"),
  overdue: say("Promises overdue, with no news"),
  meetings: say("Meetings with them"),
  board_meetings: say("Meetings of boards they sit on"),
  reported: say("Board meetings reported to groups"),
  board_promises: say("Promises made at boards"),
  board_kept: say("Promises made at boards and kept"),
}

const OF_PROMISES = new Set<FigureKey>(["kept", "not_kept", "changed", "open", "overdue"])

/** What a figure is out of, in words. */
export function outOf({ key, of }: Figure, all: Figure[]): string {
  const count = (one: FigureKey) => all.find((figure) => figure.key === one)?.value ?? 0
  if (key === "papers") return ""
  if (key === "meetings")
    return sayCount(of, {
      one: "of {count} time we recorded contact with them: meetings, calls, emails and visits",
      other: "of {count} times we recorded contact with them: meetings, calls, emails and visits",
    })
  if (key === "board_meetings" || key === "board_promises")
    return sayCount(of, {
      one: "at {count} board where groups have a seat",
      other: "at {count} boards where groups have a seat",
    })
  if (key === "reported")
    return sayCount(of, { one: "of {count} meeting of boards", other: "of {count} meetings of boards" })
  if (key === "board_kept")
    return sayCount(of, {
      one: "of {count} promise made at boards",
      other: "of {count} promises made at boards",
    })
  if (key === "put") return sayCount(count("papers"), { one: "in {count} paper", other: "in {count} papers" })
  if (key === "allowed")
    return say("median for the {of} of {papers} papers with a reply date", {
      of,
      papers: count("papers"),
    })
  if (key === "taken")
    return say("median for the {of} of {papers} papers with an answer", { of, papers: count("papers") })
  if (key === "acknowledged" || key === "answered")
    return sayCount(of, { one: "of {count} ask put to them", other: "of {count} asks put to them" })
  if (OF_PROMISES.has(key)) return sayCount(of, { one: "of {count} promise", other: "of {count} promises" })
  return sayCount(
    of,
    {
      one: "of {count} ask answered, out of {put} put to them",
      other: "of {count} asks answered, out of {put} put to them",
    },
    { put: count("put") },
  )
}

/** A figure as it is written; nothing was there to count: a dash. */
export const figureInWords = ({ value }: Figure) => (value === null ? "–" : formatNumber(value))

/** How all of it is counted, a sentence each. */
export const HOW_COUNTED = [
  say(
    "Papers are counted by the day they were sent. What has happened to them since counts up to now, even after the end of the period.",
  ),
  say("Papers are left out if every version has been withdrawn."),
  say(
    "We count the asks in the version that was sent. Only the latest reply to each ask counts, and “No reply” isn’t an answer.",
  ),
  say("An ask counts as acknowledged once the body has said that it has it, or has answered it."),
  say(
    "Days are counted from when a paper was sent to the first answer to any of its asks. Papers with no answer yet aren’t in the median; the line says how many papers are.",
  ),
  say(
    "A promise counts if the latest reply gives a date for it. It’s overdue once that date has passed and nobody has noted how it ended.",
  ),
  say(
    "Meetings are those that staff recorded with the body in the period. Work that is part of a confidential case isn’t counted.",
  ),
  say(
    "Board meetings are those held in the period that weren’t cancelled. Promises made at boards are counted by the day they were made; a promise that answers an ask is counted with that ask instead.",
  ),
  say("The median is the middle number: as many are above it as below."),
]
