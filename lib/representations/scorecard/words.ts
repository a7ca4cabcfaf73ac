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
  undecided: say("Asks answered, nothing decided"),
  promises: say("Promises with a day"),
  kept: say("Promises kept"),
  not_kept: say("Promises not kept"),
  changed: say("Promises changed"),
  open: say("Promises not due yet"),
  overdue: say("Promises overdue, with nothing said of them"),
}

const OF_PROMISES = new Set<FigureKey>(["kept", "not_kept", "changed", "open", "overdue"])

/** What a figure is out of, in words. */
export function outOf({ key, of }: Figure, all: Figure[]): string {
  const count = (one: FigureKey) => all.find((figure) => figure.key === one)?.value ?? 0
  if (key === "papers") return ""
  if (key === "put") return sayCount(count("papers"), { one: "in {count} paper", other: "in {count} papers" })
  if (key === "allowed")
    return say("the middle of {of} of {papers} papers with a day to reply by", {
      of,
      papers: count("papers"),
    })
  if (key === "taken")
    return say("the middle of {of} of {papers} papers with an answer", { of, papers: count("papers") })
  if (key === "acknowledged" || key === "answered")
    return sayCount(of, { one: "of {count} ask put", other: "of {count} asks put" })
  if (OF_PROMISES.has(key)) return sayCount(of, { one: "of {count} promise", other: "of {count} promises" })
  return sayCount(
    of,
    {
      one: "of {count} ask answered; {put} put",
      other: "of {count} asks answered; {put} put",
    },
    { put: count("put") },
  )
}

/** A figure as it is written; nothing was there to count: a dash. */
export const figureInWords = ({ value }: Figure) => (value === null ? "–" : formatNumber(value))

/** How all of it is counted, a sentence each. */
export const HOW_COUNTED = [
  say(
    "A paper counts by the day on which it was sent, in the period that you see. What has happened to it since counts up to now, also after the period.",
  ),
  say("Papers of which every version was withdrawn are left out."),
  say(
    "Asks are those of the version that was sent. Only the last reply to an ask counts; “No reply” isn’t an answer.",
  ),
  say("An ask is acknowledged when the body said that it has it, or answered it."),
  say(
    "Days run from the day of sending to the day on which any ask of the paper was first answered. Papers without an answer have no such day, so they aren’t in the middle number; the line says how many have.",
  ),
  say(
    "A promise counts when the last reply says by when. It’s overdue once that day has passed and nobody has noted how it ended.",
  ),
  say("The middle number (median) is the one with as many above it as below."),
]
