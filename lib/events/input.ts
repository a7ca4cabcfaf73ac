import { z } from "zod"
import { CALENDAR_REPEATS, keys } from "@/db/vocabulary"
import { choiceMaybe, choices, dateMaybe, numberMaybe, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

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

const dateSaid = (missing: string) =>
  dateMaybe().transform((day, check) => {
    if (day) return day
    check.addIssue({ code: "custom", message: missing })
    return z.NEVER
  })

const when = {
  on: dateSaid(say("Enter the date, like 27 6 2026")),
  at: timeMaybe(),
  ends: timeMaybe(),
}

/** How people book a series: each date by itself, or all of it at once. */
export const BOOKED_AS = {
  date: say("Date by date: people choose which ones they come to"),
  course: say("As a course: one booking is for all the dates still to come"),
} as const
const bookedAs = z.enum(keys(BOOKED_AS)).default("date")

/** Who can see an event and book it. */
export const EVENT_AUDIENCES = {
  public: say("Anyone, on your public page"),
  staff: say("Only people you book in yourselves"),
} as const

const said = {
  title: wordsSaid(say("Enter what the event is called"), 200),
  about: wordsMaybe(5000),
  place: wordsMaybe(300),
  onlineLink: websiteMaybe(),
  capacity: numberMaybe(100_000).transform((number, check) => {
    if (number !== 0) return number
    check.addIssue({
      code: "custom",
      message: say("Enter 1 or more, or leave this empty if there’s no limit"),
    })
    return z.NEVER
  }),
  price: wordsMaybe(300),
  termIds: choices(z.uuid()),
  audience: z.enum(keys(EVENT_AUDIENCES), { error: say("Choose who can book") }),
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
function lasting<T extends { at: string | null; ends: string | null }>(
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

/** An event as it is added: once, or as a series until a day, leaving months out. */
export const addEventInput = z
  .object({
    ...said,
    ...when,
    bookedAs,
    every: choiceMaybe(keys(CALENDAR_REPEATS)),
    until: dateMaybe(),
    notIn: choices(z.coerce.number().int().min(1).max(12)),
  })
  .superRefine(({ every, until, on }, check) => {
    const trouble = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message })
    if (every && !until) trouble("until", say("Enter the last date of the series"))
    if (every && until && until <= on) trouble("until", say("The last date must come after the first."))
  })
  .transform(lasting)
export type AddEvent = z.output<typeof addEventInput>

/** The same said better. How it repeats stays; `on` is for an event that takes place once. */
export const changeEventInput = z
  .object({ id: z.uuid(), ...said, ...when, bookedAs, on: dateMaybe() })
  .transform(lasting)
export type ChangeEvent = z.output<typeof changeEventInput>

/** One event, or one of its dates, by its id. */
export const eventIdInput = z.object({ id: z.uuid() })

/** Why an event or one of its dates is cancelled: those who booked read it. */
export const cancelEventInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter a reason: everyone who booked will read it"), 500),
})
export type CancelEvent = z.output<typeof cancelEventInput>

/** Another day, time or place for one date; the time is left out for what takes all day. */
export const moveDateInput = z.object({ id: z.uuid(), ...when, place: wordsMaybe(300) }).transform(lasting)
export type MoveDate = z.output<typeof moveDateInput>

/** How a series repeats from one of its dates on. `on`: the first date by the new rule, where that is another day. */
export const repeatAnewInput = z
  .object({
    id: z.uuid(),
    fromId: z.uuid({ error: say("Choose from which date on") }),
    on: dateMaybe(),
    every: z.enum(keys(CALENDAR_REPEATS), { error: say("Choose how often it takes place") }),
    until: dateSaid(say("Enter the last date of the series")),
    notIn: choices(z.coerce.number().int().min(1).max(12)),
    reason: wordsMaybe(500),
  })
  .superRefine(({ on, until }, check) => {
    if (on && until < on)
      check.addIssue({
        code: "custom",
        path: ["until"],
        message: say("The last date must come after the first."),
      })
  })
export type RepeatAnew = z.output<typeof repeatAnewInput>
