/** The language of pages, letters and files: how dates, numbers, plurals and the alphabet go follows from it. */
export const LOCALE = "en-GB"
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
  calendar: ["en-CA", {}],
} as const
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

const NUMBERS = new Intl.NumberFormat(LOCALE)
const PLURALS = new Intl.PluralRules(LOCALE)
const ALPHABET = new Intl.Collator(LOCALE)

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
  return `${formatter("weekday", zone).format(asDate(at))} ${formatDate(at, zone)}`
}

/** "9:32am"; midday and midnight by name. */
export function formatTime(at: Moment, zone = ZONE): string {
  const [hour = 0, minute = 0] = formatter("clock", zone).format(asDate(at)).split(":").map(Number)
  if (minute === 0 && hour === 12) return "midday"
  if (minute === 0 && hour === 0) return "midnight"
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`
}

/** "4 June 2026 at 9:32am". */
export const formatMoment = (at: Moment, zone = ZONE) => `${formatDate(at, zone)} at ${formatTime(at, zone)}`

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
  if (days === 0) return "today"
  if (days === 1) return "tomorrow"
  if (days === -1) return "yesterday"
  const far = Math.abs(days)
  const words =
    far < 14
      ? plural(far, "day")
      : far < 60
        ? plural(Math.floor(far / 7), "week")
        : far < 365
          ? plural(Math.floor(far / 30.44), "month")
          : plural(Math.floor(far / 365.25) || 1, "year")
  return days < 0 ? `${words} ago` : `in ${words}`
}

/** "1,234". */
export const formatNumber = (number: number) => NUMBERS.format(number)

/** "1 group", "214 groups", "0 groups". */
export const plural = (number: number, one: string, many = `${one}s`) =>
  `${formatNumber(number)} ${byNumber(number, one, many)}`

/** The one of two forms that goes with a number, by the rules of the language: "has" or "have". */
export const byNumber = (number: number, one: string, many: string) =>
  PLURALS.select(number) === "one" ? one : many

/** Whether one word comes before another in the alphabet, for sorting: below nought, nought or above. */
export const inAlphabet = (one: string, other: string) => ALPHABET.compare(one, other)

/** "41%", rounded, but never 100% for less than all nor 0% for more than none; "–" when there is nothing to divide by. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return "–"
  const rounded = Math.round((part / whole) * 100)
  if (rounded === 100 && part < whole) return "over 99%"
  return rounded === 0 && part > 0 ? "under 1%" : `${rounded}%`
}

/** "£1,250" or "£1,250.50", from pence. */
export function formatMoney(pence: number): string {
  const places = pence % 100 === 0 ? 0 : 2
  const amount = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return `£${amount.format(pence / 100)}`
}

/** "30 minutes", "1 hour", "1 hour 30 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? plural(hours, "hour") : "", rest > 0 || hours === 0 ? plural(rest, "minute") : ""]
    .filter(Boolean)
    .join(" ")
}

/** "bread, milk and eggs"; where one of them has an "and" of its own, "Skelby, and Thornclough and Moor Side". */
export function inWords(things: readonly string[]): string {
  if (things.length < 2) return things[0] ?? ""
  const comma = things.some((thing) => thing.includes(" and ")) ? "," : ""
  return `${things.slice(0, -1).join(", ")}${comma} and ${things.at(-1)}`
}

/** A label as it stands inside a sentence: "email address" of "Email address", but "NHS number" as it is. */
export const inSentence = (label: string) =>
  label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** The first so many characters, cut at a word, with … when something was left out. */
export function shortened(text: string, most = 160): string {
  const flat = text.replace(/\s+/g, " ").trim()
  return flat.length <= most ? flat : `${flat.slice(0, most).replace(/\s+\S*$/, "")}…`
}

/** The beginning of what somebody wrote, its paragraphs kept, with … when something was left out. */
export function opening(text: string, most = 2000): string {
  const words = text.trim()
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, "")}…`
}

/** How big a file is: "3 KB", "1.4 MB". */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "")} MB`
}
