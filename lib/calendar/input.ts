import { z } from "zod"
import { dayFrom, daysAfter, mondayAfter, mondayOf, monthsAfter } from "../days"

/** The part of the calendar that a page shows. */
export type Shown = {
  view: "month" | "week"
  /** The day it was asked for. */
  day: string
  /** The first day on the page and the first one after it, both Mondays. */
  from: string
  before: string
  /** Days by which the pages before and after it are asked for. */
  earlier: string
  later: string
}

/** What an address asks to see of the calendar: the month of a day, or its week; of today when it does not say. */
export function shownIn({ view, day }: { view?: unknown; day?: unknown }, today: string): Shown {
  const asked = (typeof day === "string" && dayFrom(day)) || today
  if (view === "week") {
    const from = mondayOf(asked)
    return {
      ...{ view: "week", day: asked, from, before: daysAfter(from, 7) },
      ...{ earlier: daysAfter(from, -7), later: daysAfter(from, 7) },
    }
  }
  const first = `${asked.slice(0, 7)}-01`
  const next = monthsAfter(first, 1)
  return {
    ...{ view: "month", day: asked, from: mondayOf(first), before: mondayAfter(daysAfter(next, -1)) },
    ...{ earlier: monthsAfter(first, -1), later: next },
  }
}

/** The form by which somebody gets an address for their own calendar asks nothing. */
export const renewCalendarInput = z.object({})
