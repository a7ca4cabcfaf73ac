import { z } from "zod"
import { CALENDAR_REPEATS, keys } from "@/db/vocabulary"
import { lasting, whenFields } from "../calendar/input"
import {
  choiceMaybe,
  choices,
  dateMaybe,
  dateSaid,
  numberMaybe,
  websiteMaybe,
  wordsMaybe,
  wordsSaid,
} from "../input"
import { say } from "../words"

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

/** An event as it is added: once, or as a series until a day, leaving months out. */
export const addEventInput = z
  .object({
    ...said,
    ...whenFields,
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
  .object({ id: z.uuid(), ...said, ...whenFields, bookedAs, on: dateMaybe() })
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
export const moveDateInput = z
  .object({ id: z.uuid(), ...whenFields, place: wordsMaybe(300) })
  .transform(lasting)
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
