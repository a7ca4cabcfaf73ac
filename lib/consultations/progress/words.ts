import { daysBetween } from "../../days"
import { byNumber, dayOf, formatDate, percent, plural, ZONE } from "../../words"
import type { State } from "../period"
import { leftInWords } from "../words"

/** What is known of how far a consultation has come. */
export type Progress = {
  consultation: {
    title: string
    state: State
    closesAt: Date | null
    closedAt: Date | null
    finishedAt: Date | null
    periodReason: string | null
  }
  /** It is, or would be, open for less than twelve weeks. */
  short: boolean
  questions: number
  /** Groups that a draft would ask if it opened now. */
  audience: number
  asked: number
  answered: number
  nothing: number
  /** Not heard, not reminded yet, and somebody can be emailed. */
  toRemind: number
  /** Answers with something written. */
  written: number
  passages: number
  uncoded: number
  representations: { id: string; title: string; sentOn: string | null; closedAt: Date | null }[]
  now: Date
  zone?: string
}

/** The pages of a consultation, by the folder in its address. */
export const PAGES = {
  plan: "Plan",
  questions: "Questions",
  audience: "Who to ask",
  email: "Email",
  reach: "Responses",
  results: "Results",
  passages: "Reading",
  representation: "Representation",
  outcome: "Outcome",
} as const
export type PageOf = keyof typeof PAGES

/** The one next thing: what it is, in a sentence; the page where it is done, and what its button says. */
export type Next = { step: string; words: string; page: PageOf; label: string; field?: string } | null

const STATES: Record<State, string> = { draft: "Draft", open: "Open", closed: "Closed", finished: "Finished" }

/** "Open" and what goes with it: "until 4 June 2026. 12 of 41 groups have answered (29%)." */
export function stateInWords(of: Progress): { state: string; words: string } {
  const { state, closesAt, closedAt } = of.consultation
  const zone = of.zone ?? ZONE
  const heard = `${of.answered} of ${plural(of.asked, "group has", "groups have")} answered (${percent(of.answered, of.asked)})`
  const until = closedAt ?? closesAt
  const words =
    state === "draft"
      ? "Nobody has been asked yet"
      : state === "open" && closesAt
        ? `Until ${formatDate(closesAt, zone)} (${leftInWords(closesAt, of.now, zone)}). ${heard}`
        : `${until ? `${state === "finished" ? "Closed on" : "On"} ${formatDate(until, zone)}. ` : ""}${heard}`
  return { state: STATES[state], words }
}

function nextOfDraft(of: Progress): Next {
  const { closesAt, periodReason } = of.consultation
  if (of.questions === 0)
    return {
      step: "questions",
      words: "Add the questions. Five to eight short ones are enough.",
      page: "questions",
      label: "Add questions",
    }
  if (of.audience === 0)
    return {
      step: "audience",
      words: "Choose who to ask: nobody fits what is chosen now.",
      page: "audience",
      label: "Choose who to ask",
    }
  if (!closesAt || closesAt <= of.now)
    return {
      step: "date",
      words: closesAt
        ? "Its closing date has gone by. Choose a later one."
        : "Choose the date when it closes.",
      page: "plan",
      label: "Choose a closing date",
      field: "closesOn",
    }
  if (of.short && !periodReason)
    return {
      step: "reason",
      words: "It’s open for less than 12 weeks. Groups are told why, so please give a reason.",
      page: "plan",
      label: "Give a reason",
      field: "periodReason",
    }
  return {
    step: "open",
    words: `Ready to open. ${plural(of.audience, "group")} will be asked. The questions and the groups can’t be changed after that.`,
    page: "email",
    label: "Check the email and open",
  }
}

/** Groups that were asked and have said nothing yet. */
const silentOf = ({ asked, answered, nothing }: Pick<Progress, "asked" | "answered" | "nothing">) =>
  Math.max(0, asked - answered - nothing)

function nextOfOpen(of: Progress): Next {
  const silent = silentOf(of)
  const { closesAt } = of.consultation
  const zone = of.zone ?? ZONE
  if (silent === 0)
    return {
      step: "close",
      words: "Every group has been heard. You can close it now.",
      page: "plan",
      label: "Close it now",
    }
  const days = closesAt ? daysBetween(dayOf(of.now, zone), dayOf(closesAt, zone)) : 0
  const left =
    days > 1 ? `it closes in ${days} days` : byNumber(days, "it closes tomorrow", "it closes today")
  const ring = silent - of.toRemind
  const ways = [
    ...(of.toRemind > 0 ? [`${ring === 0 ? "All" : of.toRemind} can be reminded by email`] : []),
    ...(ring > 0 ? [`${ring} ${byNumber(ring, "needs", "need")} a call`] : []),
  ]
  return {
    step: "chase",
    words: `${plural(silent, "group hasn’t", "groups haven’t")} answered, and ${left}. ${ways.join("; ")}.`,
    page: "reach",
    label: "See who hasn’t answered",
  }
}

function nextOfClosed(of: Progress): Next {
  const { representations } = of
  if (of.written > 0 && of.passages === 0)
    return {
      step: "read",
      words: `${plural(of.written, "group")} wrote something. Read it and mark the words that matter.`,
      page: "passages",
      label: "Read the answers",
    }
  if (of.uncoded > 0)
    return {
      step: "code",
      words: `${plural(of.uncoded, "passage has", "passages have")} no code yet.`,
      page: "passages",
      label: "Add codes",
    }
  if (of.passages > 0 && representations.length === 0)
    return {
      step: "represent",
      words: "Turn what groups said into something you ask for.",
      page: "representation",
      label: "New representation",
    }
  const [unfinished] = representations.filter(({ closedAt }) => !closedAt)
  if (unfinished)
    return {
      step: "represented",
      words: unfinished.sentOn
        ? `“${unfinished.title}” has been sent and isn’t closed yet.`
        : `“${unfinished.title}” hasn’t been sent yet.`,
      page: "representation",
      label: "Go on with the representation",
    }
  return {
    step: "outcome",
    words: "Tell the groups what came of it. A consultation is finished only then.",
    page: "outcome",
    label: "Write the outcome",
  }
}

/** Whether the next thing is done on this page: its own button is then the one that stands out. */
export const isNextOn = (page: PageOf, of: Progress) => nextThing(of)?.page === page

/** What should be done next with a consultation, whoever looks; null once it is finished. */
export function nextThing(of: Progress): Next {
  switch (of.consultation.state) {
    case "draft":
      return nextOfDraft(of)
    case "open":
      return nextOfOpen(of)
    case "closed":
      return nextOfClosed(of)
    case "finished":
      return null
  }
}
