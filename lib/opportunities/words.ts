import { CPV_DIVISIONS } from "@/db/vocabulary"
import { daysBetween } from "../days"
import { formatDate, formatMoment, formatSum, inWords, say, sayCount } from "../words"
import type { Opportunity, OpportunityRow } from "./queries"

/** What it is about, in plain words; `most`: not more than so many. */
export function kindsInWords(divisions: string[], most = divisions.length): string {
  const named = divisions.flatMap((two) => CPV_DIVISIONS[two as keyof typeof CPV_DIVISIONS] ?? [])
  const some = named.slice(0, most).join(", ")
  return named.length > most ? say("{some} and more", { some }) : some
}

const YEAR = 365.25
const MONTH = YEAR / 12
const isNear = (count: number, off: number) =>
  Math.abs(count - Math.round(count)) * off <= 3 && Math.round(count) > 0

const inYears = (count: number) => sayCount(count, { one: "{count} year", other: "{count} years" })
const inMonths = (count: number) => sayCount(count, { one: "{count} month", other: "{count} months" })

/** So many days without dates: publishers reckon with months of thirty days and years of twelve of them. */
function daysInWords(days: number): string {
  if (days % 360 === 0) return say("about {length}", { length: inYears(days / 360) })
  if (days % 30 === 0) return say("about {length}", { length: inMonths(days / 30) })
  return lastingInWords(days)
}

/** Whole years or months where it is that to three days, otherwise about. */
function lastingInWords(days: number): string {
  if (isNear(days / YEAR, YEAR)) return inYears(Math.round(days / YEAR))
  if (isNear(days / MONTH, MONTH)) return inMonths(Math.round(days / MONTH))
  if (days < 60) return sayCount(days, { one: "{count} day", other: "{count} days" })
  return say("about {length}", { length: inMonths(Math.round(days / MONTH)) })
}

/** How long a contract runs, by its dates or by the length that is published; null: nobody says. */
export function lengthInWords({
  startsOn,
  endsOn,
  days,
}: Pick<OpportunityRow, "startsOn" | "endsOn" | "days">): string | null {
  if (startsOn && endsOn) return lastingInWords(daysBetween(startsOn, endsOn) + 1)
  return days ? daysInWords(days) : null
}

function whoWantsWhat({ stands, buyer, title, awardedTo }: Opportunity, over: boolean): string {
  const by = buyer ?? say("A public body")
  if (stands === "awarded")
    return awardedTo.length > 0
      ? say("{by} has awarded “{title}” to {to}.", { by, title, to: inWords(awardedTo.slice(0, 5)) })
      : say("{by} has awarded “{title}”.", { by, title })
  if (stands === "cancelled") return say("{by} has cancelled “{title}”.", { by, title })
  if (stands === "planned")
    return say("{by} is planning to ask for “{title}”. It isn’t asking for bids yet.", { by, title })
  return over || stands === "closed"
    ? say("{by} asked for bids for “{title}”, and hasn’t said who has won.", { by, title })
    : say("{by} wants bids for “{title}”.", { by, title })
}

function worthInWords(one: Opportunity): string[] {
  const length = lengthInWords(one)
  const { valueLeast, valueMost, currency } = one
  if (valueMost === null) return length ? [say("It runs for {length}.", { length })] : []
  const most = formatSum(valueMost, currency)
  if (valueLeast !== null) {
    const least = formatSum(valueLeast, currency)
    return [
      length
        ? say("It’s worth between {least} and {most} over {length}.", { least, most, length })
        : say("It’s worth between {least} and {most}.", { least, most }),
    ]
  }
  return [
    length
      ? say("It’s worth up to {most} over {length}.", { most, length })
      : say("It’s worth up to {most}.", { most }),
  ]
}

function datesInWords(
  { startsOn, endsOn, closesAt, stands }: Opportunity,
  now: Date,
  zone: string,
): string[] {
  const by = closesAt ? formatMoment(closesAt, zone) : ""
  const asked = stands === "open" || stands === "planned" || stands === "closed"
  const closes =
    !closesAt || !asked
      ? []
      : [
          closesAt > now
            ? say("Bids have to be in by {day}.", { day: by })
            : say("Bids had to be in by {day}.", { day: by }),
        ]
  const runs =
    startsOn && endsOn
      ? [
          say("The contract runs from {start} to {end}.", {
            start: formatDate(startsOn),
            end: formatDate(endsOn),
          }),
        ]
      : startsOn
        ? [say("The contract starts on {start}.", { start: formatDate(startsOn) })]
        : []
  return [...closes, ...runs]
}

/** An opportunity in a few whole sentences, none of which says more than its notices do. */
export function summaryOf(one: Opportunity, now: Date, zone: string): string[] {
  const over = one.closesAt !== null && one.closesAt <= now
  return [
    whoWantsWhat(one, over),
    ...worthInWords(one),
    ...(one.stands === "awarded" && one.awardedSum !== null && one.awardedOn
      ? [
          say("It was awarded for {sum} on {day}.", {
            sum: formatSum(one.awardedSum, one.currency),
            day: formatDate(one.awardedOn),
          }),
        ]
      : []),
    ...datesInWords(one, now, zone),
    ...(one.place ? [say("Where: {place}.", { place: one.place })] : []),
    ...(one.lots.length > 1
      ? [sayCount(one.lots.length, { one: "It comes in {count} lot.", other: "It comes in {count} lots." })]
      : []),
    ...(one.vcse === true
      ? [say("The buyer says that it suits voluntary and community organisations.")]
      : []),
    ...(one.vcse === false
      ? [say("The buyer hasn’t marked it as suited to voluntary and community organisations.")]
      : []),
  ]
}
