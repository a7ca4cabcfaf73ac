import type { DIGEST_RHYTHMS } from "@/db/vocabulary"
import { dayOf, hourOf } from "../words"

/** How often somebody hears. */
export type Rhythm = Exclude<keyof typeof DIGEST_RHYTHMS, "never">

/** All of them. */
export const RHYTHMS = ["daily", "weekly", "monthly"] as const satisfies Rhythm[]

/** Digests go out between these local hours; one that was missed goes as soon as it is day again. */
const FROM_HOUR = 8
const TO_HOUR = 20

const DAY = 86_400_000

/** Monday is 1, Sunday 7. */
const weekdayOf = (day: string) => new Date(day).getUTCDay() || 7

/** The ISO week of a day: "2026-W48". It belongs to the year of its Thursday. */
function weekOf(day: string) {
  const thursday = new Date(Date.parse(day) + (4 - weekdayOf(day)) * DAY)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = 1 + Math.floor((thursday.getTime() - first) / (7 * DAY))
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`
}

/** The stretch of time a digest is for: one digest a person and period. "2026-11-23", "2026-W48" or "2026-11". */
export function periodOf(rhythm: Rhythm, timezone: string, at: Date) {
  const day = dayOf(at, timezone)
  return { daily: day, weekly: weekOf(day), monthly: day.slice(0, 7) }[rhythm]
}

/** How far back a first digest looks. */
export const REACH_DAYS = { daily: 1, weekly: 7, monthly: 31 } as const satisfies Record<Rhythm, number>

/** Which rhythms are due: from 8 in the morning of the LIO's digest day on, until its period is over. */
export function dueRhythms(lio: { timezone: string; digestWeekday: number }, at: Date): Rhythm[] {
  const hour = hourOf(at, lio.timezone)
  if (hour < FROM_HOUR || hour >= TO_HOUR) return []
  const day = dayOf(at, lio.timezone)
  const firstOfMonth = `${day.slice(0, 7)}-01`
  const firstDigestDay = 1 + ((lio.digestWeekday - weekdayOf(firstOfMonth) + 7) % 7)
  const due: Rhythm[] = ["daily"]
  if (weekdayOf(day) >= lio.digestWeekday) due.push("weekly")
  if (Number(day.slice(8)) >= firstDigestDay) due.push("monthly")
  return due
}
