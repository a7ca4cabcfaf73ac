import { LOCALE } from "./language"
import { say } from "./say"

/** Where pages tell the time, unless a letter or a count says another place. */
export const ZONE = "Europe/London"

type Moment = Date | string

const asDate = (at: Moment) =>
  at instanceof Date ? at : new Date(/^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T12:00:00Z` : at)

const FORMS = {
  date: [LOCALE, { day: "numeric", month: "long", year: "numeric" }],
  short: [LOCALE, { day: "numeric", month: "short", year: "numeric" }],
  weekday: [LOCALE, { weekday: "long" }],
  clock: [LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }],
  month: [LOCALE, { month: "long" }],
  monthYear: [LOCALE, { month: "long", year: "numeric" }],
  calendar: ["en-CA", {}],
} as const
const NEAR = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" })
const AWAY = new Intl.RelativeTimeFormat(LOCALE)
const inFull = (unit: string) => new Intl.NumberFormat(LOCALE, { style: "unit", unit, unitDisplay: "long" })
const HOURS = inFull("hour")
const MINUTES = inFull("minute")

const made = new Map<string, Intl.DateTimeFormat>()

/** The formatter of a form in a zone, made once: making one costs more than using it a hundred times. */
function formatter(form: keyof typeof FORMS, zone: string) {
  const key = `${form} ${zone}`
  const cached = made.get(key)
  if (cached) return cached
  const [language, options] = FORMS[form]
  const fresh = new Intl.DateTimeFormat(language, { ...options, timeZone: zone })
  made.set(key, fresh)
  return fresh
}

/** "4 June 2026", from a moment or from a date like 2026-06-04. */
export function formatDate(at: Moment, zone = ZONE): string {
  return formatter("date", zone).format(asDate(at))
}

/** "4 Jun 2026", for narrow columns. */
export function formatShortDate(at: Moment, zone = ZONE): string {
  return formatter("short", zone).format(asDate(at))
}

/** "Thursday 4 June 2026". */
export function formatLongDate(at: Moment, zone = ZONE): string {
  return say("{weekday} {date}", {
    weekday: formatter("weekday", zone).format(asDate(at)),
    date: formatDate(at, zone),
  })
}

/** "Monday", the weekday of a day. */
export const formatWeekday = (day: string) => formatter("weekday", "UTC").format(asDate(day))

/** "June 2026", the month of a day. */
export const formatMonth = (day: string) => formatter("monthYear", "UTC").format(asDate(day))

/** "January" to "December". */
export const monthNames = (): string[] =>
  Array.from({ length: 12 }, (_, month) => formatter("month", "UTC").format(Date.UTC(2026, month, 15)))

/** "9:32am"; midday and midnight by name. */
export function formatTime(at: Moment, zone = ZONE): string {
  const [hour = 0, minute = 0] = formatter("clock", zone).format(asDate(at)).split(":").map(Number)
  if (minute === 0 && hour === 12) return say("midday")
  if (minute === 0 && hour === 0) return say("midnight")
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`
  const time = `${hour % 12 || 12}${minutes}`
  return hour < 12 ? say("{time}am", { time }) : say("{time}pm", { time })
}

/** "4 June 2026 at 9:32am". */
export const formatMoment = (at: Moment, zone = ZONE) =>
  say("{date} at {time}", { date: formatDate(at, zone), time: formatTime(at, zone) })

/** The hour of the day of a moment, from 0 to 23. */
export const hourOf = (at: Date, zone = ZONE) => Number(formatter("clock", zone).format(at).slice(0, 2))

/** The time of the clock of a moment, as a form's field holds it: "09:05". */
export const clockTimeOf = (at: Date, zone = ZONE) => formatter("clock", zone).format(at)

/** The calendar date of a moment, as "2026-06-04". */
export const dayOf = (at: Date, zone = ZONE) => formatter("calendar", zone).format(at)

/** "today", "yesterday", "3 days ago", "in 2 weeks": counted in calendar days. */
export function relativeDay(at: Moment, now: Date, zone = ZONE): string {
  const day = (moment: Moment) =>
    Date.parse(typeof moment === "string" && moment.length === 10 ? moment : dayOf(asDate(moment), zone))
  const days = Math.round((day(at) - day(now)) / 86_400_000)
  if (Math.abs(days) < 2) return NEAR.format(days, "day")
  const far = Math.abs(days)
  const [number, unit] =
    far < 14
      ? ([far, "day"] as const)
      : far < 60
        ? ([Math.floor(far / 7), "week"] as const)
        : far < 365
          ? ([Math.floor(far / 30.44), "month"] as const)
          : ([Math.floor(far / 365.25) || 1, "year"] as const)
  return AWAY.format(days < 0 ? -number : number, unit)
}

/** "30 minutes", "1 hour", "1 hour 30 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? HOURS.format(hours) : "", rest > 0 || hours === 0 ? MINUTES.format(rest) : ""]
    .filter(Boolean)
    .join(" ")
}
