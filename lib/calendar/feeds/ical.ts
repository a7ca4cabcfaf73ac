import ical, { type ICalCalendar, ICalEventStatus } from "ical-generator"
import { Temporal } from "temporal-polyfill"
import { tzlib_get_ical_block } from "timezones-ical-library"
import { daysOf, MOST_DATES } from "../repeating/rules"
import { spanOf, wallTime } from "../times"

/** One of the times at which something takes place, as calendars are told it. */
type Time = {
  ruleDay: string
  startsAt: Date
  endsAt: Date
  place: string | null
  sequence: number
  cancelledAt: Date | null
}

/** Something of the calendar as other calendars are told it. `url` is its page. */
export type Entry = {
  uid: string
  title: string
  about: string | null
  on: string
  at: string | null
  minutes: number
  zone: string
  place: string | null
  rule: string | null
  sequence: number
  changedAt: Date
  cancelledAt: Date | null
  url: string
  times: Time[]
}

const DAY = 24 * 60

const placed = (from: Temporal.PlainDateTime, { at }: Entry) => (at === null ? from.toPlainDate() : from)

/** What all the lines of an entry say alike. */
const said = (entry: Entry) => ({
  id: entry.uid,
  summary: entry.title,
  description: entry.about,
  url: entry.url,
  stamp: entry.changedAt,
  lastModified: entry.changedAt,
  timezone: entry.at === null ? null : entry.zone,
})

/** The whole of something: its first time, and the rule by which it comes again. */
function addWhole(calendar: ICalCalendar, entry: Entry) {
  const starts = Temporal.PlainDateTime.from(`${entry.on}T${entry.at ?? "00:00"}`)
  const minutes = entry.at === null ? Math.ceil(entry.minutes / DAY) * DAY : entry.minutes
  calendar.createEvent({
    ...said(entry),
    start: placed(starts, entry),
    end: placed(starts.add({ minutes }), entry),
    allDay: entry.at === null,
    location: entry.place,
    sequence: entry.sequence,
    status: entry.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(entry.rule ? { repeating: `RRULE:${entry.rule}` } : {}),
  })
}

/** Whether one time of a series is not as its rule says: it was moved, or doesn't take place. */
function isApart(entry: Entry, time: Time) {
  const { startsAt, endsAt } = spanOf(entry, time.ruleDay)
  const moved = +startsAt !== +time.startsAt || +endsAt !== +time.endsAt || time.place !== null
  return moved || (time.cancelledAt !== null && entry.cancelledAt === null)
}

/** A single time in the place of the one that the rule says (RECURRENCE-ID). */
function addTime(calendar: ICalCalendar, entry: Entry, time: Time) {
  calendar.createEvent({
    ...said(entry),
    recurrenceId: placed(Temporal.PlainDateTime.from(`${time.ruleDay}T${entry.at ?? "00:00"}`), entry),
    start: placed(wallTime(time.startsAt, entry.zone), entry),
    end: placed(wallTime(time.endsAt, entry.zone), entry),
    allDay: entry.at === null,
    location: time.place ?? entry.place,
    sequence: entry.sequence + time.sequence,
    status: time.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
}

/** Single times of an entry, each as something that takes place once. */
export const aloneOf = (entry: Entry, which: (time: Time) => boolean): Entry[] =>
  entry.times.filter(which).map((time) => {
    const starts = wallTime(time.startsAt, entry.zone)
    return {
      ...entry,
      uid: `${time.ruleDay}-${entry.uid}`,
      on: starts.toPlainDate().toString(),
      at: entry.at && starts.toPlainTime().toString({ smallestUnit: "minute" }),
      minutes: Math.round((time.endsAt.getTime() - time.startsAt.getTime()) / 60_000),
      place: time.place ?? entry.place,
      rule: null,
      sequence: entry.sequence + time.sequence,
      cancelledAt: entry.cancelledAt ?? time.cancelledAt,
      times: [time],
    }
  })

/** A series: its rule, the times that aren't as it says, and each by itself those from before it had this rule. */
function addSeries(calendar: ICalCalendar, entry: Entry) {
  addWhole(calendar, entry)
  for (const one of aloneOf(entry, ({ ruleDay }) => ruleDay < entry.on)) addWhole(calendar, one)
  const apart = entry.times.filter((time) => time.ruleDay >= entry.on && isApart(entry, time))
  const days = apart.length > 0 ? new Set(daysOf(entry, MOST_DATES)) : new Set()
  for (const time of apart) if (days.has(time.ruleDay)) addTime(calendar, entry, time)
}

/** Which time of something that takes whole days, as ical-generator writes it: calendars want a day like that of its DTSTART. */
const WHOLE_DAY = /^RECURRENCE-ID:(\d{8})T000000Z/gm

/**
 * A calendar as other programs read it (RFC 5545). Times are those of the clock on the wall with their zone, so that what
 * comes every week at 10:00 stays at 10:00 when the clocks change.
 */
export function writeCalendar(name: string, entries: Entry[]): string {
  const calendar = ical({
    name,
    prodId: { company: "Trellis", product: "calendar", language: "EN" },
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? "" },
    ttl: 3600,
  })
  for (const entry of entries) {
    if (entry.rule) addSeries(calendar, entry)
    else addWhole(calendar, entry)
  }
  return `${calendar.toString().replace(WHOLE_DAY, "RECURRENCE-ID;VALUE=DATE:$1")}\r\n`
}
