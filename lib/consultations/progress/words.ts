import { daysBetween } from "../../days"
import { dayOf, formatDate, percent, say, sayCount, ZONE } from "../../words"
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
  plan: say("Plan"),
  questions: say("Questions"),
  audience: say("Who to ask"),
  email: say("Email"),
  reach: say("Responses"),
  results: say("Results"),
  passages: say("Reading"),
  representation: say("Representation"),
  outcome: say("Outcome"),
} as const
export type PageOf = keyof typeof PAGES

/** The one next thing: what it is, in a sentence; the page where it is done, and what its button says. */
export type Next = { step: string; words: string; page: PageOf; label: string; field?: string } | null

const STATES: Record<State, string> = {
  draft: say("Draft"),
  open: say("Open"),
  closed: say("Closed"),
  finished: say("Finished"),
  stopped: say("Stopped"),
}

/** "Open" and what goes with it: "until 4 June 2026. 12 of 41 groups have answered (29%)." */
export function stateInWords(of: Progress): { state: string; words: string } {
  const { state, closesAt, closedAt } = of.consultation
  const zone = of.zone ?? ZONE
  const heard = sayCount(
    of.asked,
    {
      one: "{answered} of {count} group has answered ({share})",
      other: "{answered} of {count} groups have answered ({share})",
    },
    { answered: of.answered, share: percent(of.answered, of.asked) },
  )
  const until = closedAt ?? closesAt
  const words =
    state === "draft"
      ? say("Nobody has been asked yet")
      : state === "stopped"
        ? say("On {day}. No answers are counted or used.", {
            day: formatDate(until ?? of.now, zone),
          })
        : state === "open" && closesAt
          ? say("Until {closesAt} ({left}). {heard}", {
              closesAt: formatDate(closesAt, zone),
              left: leftInWords(closesAt, of.now, zone),
              heard,
            })
          : `${until ? `${state === "finished" ? say("Closed on") : say("On")} ${formatDate(until, zone)}. ` : ""}${heard}`
  return { state: STATES[state], words }
}

function nextOfDraft(of: Progress): Next {
  const { closesAt, periodReason } = of.consultation
  if (of.questions === 0)
    return {
      step: "questions",
      words: say("Add the questions. Five to eight short ones are enough."),
      page: "questions",
      label: say("Add questions"),
    }
  if (of.audience === 0)
    return {
      step: "audience",
      words: say("Choose who to ask: nobody fits what is chosen now."),
      page: "audience",
      label: say("Choose who to ask"),
    }
  if (!closesAt || closesAt <= of.now)
    return {
      step: "date",
      words: closesAt
        ? say("Its closing date has gone by. Choose a later one.")
        : say("Choose the date when it closes."),
      page: "plan",
      label: say("Choose a closing date"),
      field: "closesOn",
    }
  if (of.short && !periodReason)
    return {
      step: "reason",
      words: say("It’s open for less than 12 weeks. Groups are told why, so please give a reason."),
      page: "plan",
      label: say("Give a reason"),
      field: "periodReason",
    }
  return {
    step: "open",
    words: sayCount(of.audience, {
      one: "Ready to open. {count} group will be asked. After that you can still ask more groups. In the questions you can only correct spelling, change help text and add answers to choose from.",
      other:
        "Ready to open. {count} groups will be asked. After that you can still ask more groups. In the questions you can only correct spelling, change help text and add answers to choose from.",
    }),
    page: "email",
    label: say("Check the email and open"),
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
      words: say("Every group has been heard. You can close it now."),
      page: "plan",
      label: say("Close it now"),
    }
  const days = closesAt ? daysBetween(dayOf(of.now, zone), dayOf(closesAt, zone)) : 0
  const left =
    days > 1
      ? say("it closes in {days} days", { days })
      : days === 1
        ? say("it closes tomorrow")
        : say("it closes today")
  const ring = silent - of.toRemind
  const ways = [
    ...(of.toRemind > 0
      ? [
          ring === 0
            ? say("All can be reminded by email")
            : say("{number} can be reminded by email", { number: of.toRemind }),
        ]
      : []),
    ...(ring > 0 ? [sayCount(ring, { one: "{count} needs a call", other: "{count} need a call" })] : []),
  ]
  return {
    step: "chase",
    words: sayCount(
      silent,
      {
        one: "{count} group hasn’t answered, and {left}. {ways}.",
        other: "{count} groups haven’t answered, and {left}. {ways}.",
      },
      { left, ways: ways.join("; ") },
    ),
    page: "reach",
    label: say("See who hasn’t answered"),
  }
}

function nextOfClosed(of: Progress): Next {
  const { representations } = of
  if (!of.consultation.closedAt)
    return {
      step: "close",
      words: say("It has closed. Its results will be ready within ten minutes."),
      page: "plan",
      label: say("If they don’t come"),
    }
  if (of.written > 0 && of.passages === 0)
    return {
      step: "read",
      words: sayCount(of.written, {
        one: "{count} group wrote something. Read it and mark the words that matter.",
        other: "{count} groups wrote something. Read it and mark the words that matter.",
      }),
      page: "passages",
      label: say("Read the answers"),
    }
  if (of.uncoded > 0)
    return {
      step: "code",
      words: sayCount(of.uncoded, {
        one: "{count} passage has no code yet.",
        other: "{count} passages have no code yet.",
      }),
      page: "passages",
      label: say("Add codes"),
    }
  if (of.passages > 0 && representations.length === 0)
    return {
      step: "represent",
      words: say("Turn what groups said into something you ask for."),
      page: "representation",
      label: say("New representation"),
    }
  const [unfinished] = representations.filter(({ closedAt }) => !closedAt)
  if (unfinished)
    return {
      step: "represented",
      words: unfinished.sentOn
        ? say("“{unfinished}” has been sent and isn’t closed yet.", { unfinished: unfinished.title })
        : say("“{unfinished}” hasn’t been sent yet.", { unfinished: unfinished.title }),
      page: "representation",
      label: say("Continue with the representation"),
    }
  return {
    step: "outcome",
    words: representations.some(({ closedAt }) => closedAt)
      ? say(
          "The groups quoted in its paper know what came of that. Write what came of the whole consultation to finish it; only groups that don’t know yet get an email.",
        )
      : say("Tell the groups what came of it. A consultation is finished only then."),
    page: "outcome",
    label: say("Write the outcome"),
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
    case "stopped":
      return null
  }
}
