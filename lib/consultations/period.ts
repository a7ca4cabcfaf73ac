import { TZDate } from "@date-fns/tz"
import { daysAfter, daysBetween } from "../days"
import { clockTimeOf, dayOf } from "../words"

/** Times at which a consultation may close, as the form offers them. */
export const CLOSING_TIMES = ["09:00", "12:00", "17:00", "20:00", "23:59"] as const

/** A period shorter than twelve weeks needs a reason (the Compact: twelve weeks where appropriate). */
const USUAL_DAYS = 84
/** How many days before closing those who have not answered hear of it once more. */
const REMINDER_DAYS = 3

const DAY = 86_400_000

/** The moment of a day and a time of the clock in the LIO's zone: "2026-06-04", "17:00". */
export function closingMoment(day: string, time: string, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return new Date(new TZDate(year, month - 1, date, hour, minute, 0, zone).getTime())
}

/** The day and time of the clock of a moment, as the form's fields hold them. */
export function clockOf(at: Date, zone: string): { day: string; time: string } {
  return { day: dayOf(at, zone), time: clockTimeOf(at, zone) }
}

/** Whether groups would have less than twelve weeks. */
export const isShort = (from: Date, closesAt: Date, zone: string) =>
  daysBetween(dayOf(from, zone), dayOf(closesAt, zone)) < USUAL_DAYS

/** Letters that nobody waits for go between these hours of the LIO's clock. */
const MORNING = "08:00"
const EVENING = "20:00"
const REMINDER_TIME = "10:00"

/** Now when it is day by the LIO's clock, else the next morning at eight. */
export function nextDaytime(now: Date, zone: string): Date {
  const { day, time } = clockOf(now, zone)
  if (time >= MORNING && time < EVENING) return now
  return closingMoment(time < MORNING ? day : daysAfter(day, 1), MORNING, zone)
}

/**
 * When the reminder goes: in the morning three calendar days before the day on which it closes, whatever the hour of
 * closing and across a change of clocks; null when that has gone by or is less than a day away.
 */
export function reminderMoment(closesAt: Date, now: Date, zone: string): Date | null {
  const at = closingMoment(daysAfter(dayOf(closesAt, zone), -REMINDER_DAYS), REMINDER_TIME, zone)
  return at.getTime() - now.getTime() > DAY ? at : null
}

type Dates = {
  openedAt: Date | null
  closesAt: Date | null
  closedAt: Date | null
  finishedAt: Date | null
  stoppedAt: Date | null
}
export type State = "draft" | "open" | "closed" | "finished" | "stopped"

/** Where a consultation stands: it follows from its dates. After its closing time it is closed, job or no job. */
export function stateOf(dates: Dates, now: Date): State {
  if (dates.stoppedAt) return "stopped"
  if (dates.finishedAt) return "finished"
  if (!dates.openedAt) return "draft"
  if (dates.closedAt || (dates.closesAt && dates.closesAt <= now)) return "closed"
  return "open"
}
