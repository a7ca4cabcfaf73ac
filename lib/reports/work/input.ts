import { dayFrom, daysAfter, monthsBefore, yearBegan } from "../../days"
import { say } from "../../words"

/** The first and the last day that a report is about. */
export type Period = { from: string; to: string }

/** Periods that are asked for often, the usual one first. */
export function usualPeriods(today: string): (Period & { label: string })[] {
  const month = `${today.slice(0, 8)}01`
  const year = yearBegan(today)
  const before = daysAfter(year, -1)
  return [
    { label: say("This financial year"), from: year, to: today },
    { label: say("Last financial year"), from: yearBegan(before), to: before },
    { label: say("This month"), from: month, to: today },
    { label: say("Last month"), from: monthsBefore(month, 1), to: daysAfter(month, -1) },
  ]
}

type Query = Record<string, string | string[] | undefined>

/** One field of three boxes, or a day that is written out. */
function dayIn(query: Query, name: string): string | null {
  const one = (key: string) => (typeof query[key] === "string" ? query[key].trim() : "")
  const boxes = ["day", "month", "year"].map((box) => one(`${name}.${box}`))
  return dayFrom(one(name) || boxes.filter(Boolean).join(" "))
}

/** The period that an address asks for. `unread`: what of it can't be read, in words; the usual one is then taken. */
export function periodIn(query: Query, today: string): Period & { unread: string | null } {
  const [usual] = usualPeriods(today)
  const { from, to } = { from: dayIn(query, "from") ?? usual?.from ?? today, to: dayIn(query, "to") ?? today }
  const asked = (name: string) => Object.keys(query).some((key) => key === name || key.startsWith(`${name}.`))
  const typed = (name: string) =>
    [query[name], query[`${name}.day`], query[`${name}.month`], query[`${name}.year`]].some(Boolean)
  const broken = ["from", "to"].find((name) => asked(name) && typed(name) && dayIn(query, name) === null)
  if (broken) return { from: usual?.from ?? today, to: today, unread: say("Enter dates such as 27 6 2026.") }
  if (from > to)
    return {
      from: usual?.from ?? today,
      to: today,
      unread: say("The first day is after the last one. Enter them the other way round."),
    }
  return { from, to, unread: null }
}
