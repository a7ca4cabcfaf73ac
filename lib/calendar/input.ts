import { z } from "zod"
import { dayFrom, daysAfter, mondayAfter, mondayOf, monthsAfter } from "../days"
import { dateSaid } from "../input"
import { say } from "../words"

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

const TYPED = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i

/** A time as people type it ("10:00", "2.30pm", "9am") as "14:30"; null when it is none. */
function timeFrom(typed: string): string | null {
  const found = TYPED.exec(typed.trim())
  if (!found) return null
  const [, hours = "", minutes = "00", half = ""] = found
  const twelve = half !== ""
  const hour = Number(hours)
  if (Number(minutes) > 59 || hour > (twelve ? 12 : 23) || (twelve && hour === 0)) return null
  const of24 = twelve ? (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : hour
  return `${String(of24).padStart(2, "0")}:${minutes}`
}

/** A time of the clock as "14:30"; null when empty. */
const timeMaybe = () =>
  z
    .string()
    .nullish()
    .transform((typed, check) => {
      if (!typed?.trim()) return null
      const time = timeFrom(typed)
      if (time) return time
      check.addIssue({ code: "custom", message: say("Enter a time like 10:00 or 2.30pm") })
      return z.NEVER
    })

/** The day of something, and the times at which it begins and ends as people type them: none is all day. */
export const whenFields = {
  on: dateSaid(say("Enter the date, like 27 6 2026")),
  at: timeMaybe(),
  ends: timeMaybe(),
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const ALL_DAY = 24 * 60

/** When something ends by the clock, as the form shows it: "12:30"; null when it takes all day. */
export function endTimeOf({ at, minutes }: { at: string | null; minutes: number }): string | null {
  if (!at) return null
  const end = (minuteOf(at) + minutes) % ALL_DAY
  return `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`
}

/** From the times that were typed, how many minutes something takes. */
export function lasting<T extends { at: string | null; ends: string | null }>(
  { ends, ...fields }: T,
  check: z.RefinementCtx,
) {
  const { at } = fields
  const trouble = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message })
  if (at && !ends) trouble("ends", say("Enter when it finishes"))
  if (!at && ends) trouble("at", say("Enter when it starts"))
  const minutes = at && ends ? minuteOf(ends) - minuteOf(at) : ALL_DAY
  if (minutes <= 0) trouble("ends", say("It finishes before it starts. Check both times."))
  return { ...fields, minutes }
}
