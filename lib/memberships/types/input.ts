import { z } from "zod"
import { keys, MEMBERSHIP_PERIODS, MEMBERSHIP_STANDINGS } from "@/db/vocabulary"
import { dateMaybe, linesMaybe, numberMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** The most lines of what a membership gives. */
export const MOST_LINES = 30

/** Pounds as they are typed, "20", "£20" or "20.50", in pence; null when empty. */
export const poundsMaybe = (most = 1_000_000) =>
  z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value, check) => {
      const typed = String(value ?? "").replace(/[£,\s]/g, "")
      if (!typed) return null
      const [, pounds = "", pence = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed) ?? []
      if (!pounds || Number(pounds) > most) {
        check.addIssue({ code: "custom", message: say("Enter an amount in pounds, like 20 or 12.50") })
        return z.NEVER
      }
      return Number(pounds) * 100 + Number(pence.padEnd(2, "0"))
    })

const wholeNumber = (what: string, least: number, most: number) =>
  numberMaybe(most).transform((value, check) => {
    if (value === null || value < least) {
      check.addIssue({
        code: "custom",
        message: say("Enter {what}, from {least} to {most}", { what, least, most }),
      })
      return z.NEVER
    }
    return value
  })

/** The day on which each year begins, from its day and month, as 04-01. */
const yearStart = (day: number | null, month: number | null) => {
  const monthDay = `${String(month ?? 0).padStart(2, "0")}-${String(day ?? 0).padStart(2, "0")}`
  // 2001 was no leap year: a year that begins on 29 February would have no first day in most years.
  return dateMaybe().safeParse(`2001-${monthDay}`).success && day && month ? monthDay : null
}

const typeFields = z.object({
  name: wordsSaid(say("Enter a name, like “Full member”"), 100),
  about: wordsMaybe(2000),
  entitlements: linesMaybe(200, say("Make each line 200 characters or fewer")).refine(
    (lines) => lines.length <= MOST_LINES,
    say("Enter {mostLines} lines or fewer", { mostLines: MOST_LINES }),
  ),
  standing: z.enum(keys(MEMBERSHIP_STANDINGS), { error: say("Choose member or affiliate") }),
  period: z.enum(keys(MEMBERSHIP_PERIODS), { error: say("Choose how long it lasts") }),
  months: numberMaybe(120),
  yearDay: numberMaybe(31),
  yearMonth: numberMaybe(12),
  rollDay: numberMaybe(31),
  rollMonth: numberMaybe(12),
  graceDays: wholeNumber(say("a number of days"), 0, 366),
  fee: poundsMaybe(),
  renewalDays: wholeNumber(say("a number of days"), 0, 180),
  openToJoin: ticked(),
  renewsAtOnce: ticked(),
})

/** A kind of membership as its form sends it, and as it is kept. */
export const typeInput = typeFields.transform(
  ({ months, yearDay, yearMonth, rollDay, rollMonth, fee, renewsAtOnce, ...rest }, check) => {
    const yearStarts = yearStart(yearDay, yearMonth)
    if (rest.period === "rolling" && !months)
      check.addIssue({
        code: "custom",
        path: ["months"],
        message: say("Enter how many months it lasts, like 12"),
      })
    if (rest.period === "fixed" && !yearStarts)
      check.addIssue({
        code: "custom",
        path: ["yearDay"],
        message: say("Enter the day and month on which the year begins, like 1 and 4"),
      })
    const rollsOver = yearStart(rollDay, rollMonth)
    if ((rollDay || rollMonth) && !rollsOver)
      check.addIssue({
        code: "custom",
        path: ["rollDay"],
        message: say("Enter a day and a month, like 1 and 2, or leave both empty"),
      })
    const feePence = fee || null
    if (renewsAtOnce && feePence)
      check.addIssue({
        code: "custom",
        path: ["renewsAtOnce"],
        message: say(
          "Only a membership without a fee can be renewed at once. Take off the tick, or the fee.",
        ),
      })
    return {
      ...rest,
      months: months || 12,
      yearStarts: rest.period === "fixed" ? yearStarts : null,
      rollsOver: rest.period === "fixed" ? rollsOver : null,
      feePence,
      renewsAtOnce,
    }
  },
)
export type MembershipType = z.output<typeof typeInput>

/** A kind that is there already. */
export const changeTypeInput = z.intersection(z.object({ id: z.uuid() }), typeInput)
export type ChangeType = z.output<typeof changeTypeInput>

/** A kind to retire, or to offer again. */
export const typeIdInput = z.object({ id: z.uuid() })
