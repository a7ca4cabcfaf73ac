import { parse, toNormalised } from "postcode"
import { z } from "zod"
import { isAddress } from "./address"
import { say } from "./words"

// Said of what is too long where its own schema says nothing.
z.config({
  customError: (issue) =>
    issue.code === "too_big" && issue.origin === "string"
      ? say("Make this {most} characters or fewer", { most: Number(issue.maximum) })
      : undefined,
})

/** Words that must be there, trimmed; `missing` is said when they are not: "Enter your name". */
export const wordsSaid = (missing: string, most = 300) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, say("Make this {most} characters or fewer", { most }))

/** The page of a list that an address asks for, from 1; the first for anything that is no whole number up to 10,000. */
export function pageIn(value: unknown): number {
  const first = Array.isArray(value) ? value[0] : value
  const page = typeof first === "string" && /^[1-9]\d{0,4}$/.test(first) ? Number(first) : 1
  return page <= 10_000 ? page : 1
}

/**
 * Short lines, each in a row of its own (`line`) or one a line in one text: without empty ones and doubles. `tooLong`
 * is said of one that is longer than `most` characters.
 */
export const linesMaybe = (most: number, tooLong: string) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split("\n").map((line) => ({ line })) : (value ?? [])),
    z
      .array(z.object({ line: z.string().trim().max(most, tooLong) }))
      .max(1000)
      .transform((rows) => [
        ...new Set(rows.map(({ line }) => line.replace(/\s+/g, " ")).filter((line) => line !== "")),
      ]),
  )

/** An id that may be left out: null when empty. */
export const idMaybe = () =>
  z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null)

const isEmptyRow = (row: unknown) =>
  typeof row === "object" && row !== null && Object.values(row).every((value) => String(value).trim() === "")

/** A row of fields; null when all of them are empty. */
export const rowMaybe = <Fields extends z.ZodType>(fields: Fields) =>
  z.preprocess((row) => (isEmptyRow(row) ? null : row), fields.nullable())

/** Words that may be left out: null when empty. */
export const wordsMaybe = (most = 5000) =>
  z
    .string()
    .trim()
    .max(most, say("Make this {most} characters or fewer", { most }))
    .nullish()
    .transform((value) => value || null)

/** One of a closed list; an empty choice is null. */
export const choiceMaybe = <T extends [string, ...string[]]>(list: T) =>
  z
    .union([z.literal(""), z.enum(list, { error: say("Choose one from the list") })])
    .nullish()
    .transform((value) => (value ? (value as T[number]) : null))

/** An email address, compared in lower case; null when empty. */
export const addressMaybe = () =>
  z
    .string()
    .nullish()
    .transform((value, check) => {
      const address = (value ?? "").normalize("NFKC").trim().toLowerCase()
      if (address && !isAddress(address)) {
        check.addIssue({
          code: "custom",
          message: say("Enter an email address in the form name@example.org"),
        })
        return z.NEVER
      }
      return address || null
    })

/** An email address that must be there; `missing` is said when it is not. */
export const addressSaid = (missing: string) =>
  addressMaybe().transform((address, check) => {
    if (address) return address
    check.addIssue({ code: "custom", message: missing })
    return z.NEVER
  })

/** A UK postcode with any spacing, as "OL1 1AA"; null when empty. */
export const postcodeMaybe = () =>
  z
    .string()
    .nullish()
    .transform((value, check) => {
      if (!value?.trim()) return null
      if (!parse(value).valid) {
        check.addIssue({ code: "custom", message: say("Enter a full UK postcode, like OL1 1AA") })
        return z.NEVER
      }
      return toNormalised(value)
    })

/** A calendar date as "2026-06-04"; null when empty. Forms put day, month and year together before this. */
export const dateMaybe = () =>
  z
    .string()
    .nullish()
    .transform((value, check) => {
      if (!value) return null
      const [year, month, day] = value.split("-").map(Number)
      const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0))
      const real =
        date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day
      if (!real || !year || year < 1000 || year > 9999) {
        check.addIssue({ code: "custom", message: say("Enter a real date, like 27 6 2026") })
        return z.NEVER
      }
      return value
    })
    .meta({ looksLike: "date" })

/** A calendar date that must be there; `missing` is said when it is not. */
export const dateSaid = (missing: string) =>
  dateMaybe().transform((day, check) => {
    if (day) return day
    check.addIssue({ code: "custom", message: missing })
    return z.NEVER
  })

/** A whole number, null when empty. Thousands commas are fine. */
export const numberMaybe = (most = 100_000_000) =>
  z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value, check) => {
      const typed = String(value ?? "").replace(/[,\s]/g, "")
      if (!typed) return null
      const number = Number(typed)
      if (!/^\d+$/.test(typed) || number > most) {
        check.addIssue({
          code: "custom",
          message: say("Enter a whole number up to {most}", { most }),
        })
        return z.NEVER
      }
      return number
    })
    .meta({ looksLike: "number", most })

/** A list of chosen values: none, one or many. */
export const choices = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(one).max(1000),
  )

/** A tick box. */
export const ticked = () =>
  z.preprocess(
    (value) => value === "on" || value === "yes" || value === "true" || value === true,
    z.boolean(),
  )

/** A web address; "https://" is put in front when it was left out. */
export const websiteMaybe = () =>
  wordsMaybe(300).transform((value, check) => {
    if (!value) return null
    const address = /^https?:\/\//i.test(value) ? value : `https://${value}`
    if (!URL.canParse(address) || !/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address)) {
      check.addIssue({ code: "custom", message: say("Enter a web address, like www.example.org") })
      return z.NEVER
    }
    return address
  })
