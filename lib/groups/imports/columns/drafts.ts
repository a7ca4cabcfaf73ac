import type { INCOME_BANDS, LEGAL_FORMS, REGISTERS, STAGES } from "@/db/vocabulary"
import { nameKey } from "../../names"
import * as cell from "./cells"
import type { Field, Mapping } from "./fields"

export type Problem = { row: number; column: string; problem: string }
/** A person named in a row. */
export type DraftPerson = { name: string; email: string | null; phone: string | null }

/** What one row says of a group, cleaned. Null: it does not say. `row` is its number in the file. */
export type Draft = {
  row: number
  name: string
  nameKey: string
  identifiers: { register: keyof typeof REGISTERS; value: string }[]
  alsoKnownAs: string | null
  address: string | null
  postcode: string | null
  email: string | null
  phone: string | null
  website: string | null
  about: string | null
  stage: keyof typeof STAGES | null
  legalForm: keyof typeof LEGAL_FORMS | null
  income: number | null
  incomeBand: keyof typeof INCOME_BANDS | null
  registeredOn: string | null
  joinedOn: string | null
  volunteers: number | null
  trustees: number | null
  areas: string[]
  themes: string[]
  people: DraftPerson[]
}

/** Rows as drafts, what is wrong in them, and the rows that cannot be a group at all. */
export type Drafted = { drafts: Draft[]; problems: Problem[]; errors: number[] }

/** A name in capitals only, as registers write it, in small letters with capitals where they belong. */
export function easyName(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "")
  if (letters.length < 8 || letters !== letters.toUpperCase() || !/\s/.test(name)) return name
  const small = new Set([
    "and",
    "of",
    "the",
    "for",
    "in",
    "on",
    "at",
    "to",
    "a",
    "an",
    "by",
    "with",
    "de",
    "y",
    "yr",
    "a'r",
  ])
  const initials =
    /^(?:(?!ST$|MR$|DR$|STH$)[^AEIOUY]{2,5}|YMCA|RSPCA|RSPB|BAME|LGBTQ?|CIO|CIC|CVS|WI|PTA|PTFA|UK|NW|FC|AFC|CC|RUFC|RLFC|U3A|NHS|ME|MS|[IVX]+)$/
  return name
    .split(/(\s+|[-/(])/)
    .map((word, at) => {
      if (!/\p{L}/u.test(word) || initials.test(word.replace(/[^\p{L}]/gu, "")) || /\./.test(word))
        return word
      const lower = word.toLowerCase()
      if (at > 0 && small.has(lower)) return lower
      return lower
        .replace(/^(\P{L}*)(\p{L})/u, (_all, before: string, first: string) => before + first.toUpperCase())
        .replace(/^(Mc|O['’])(\p{Ll})/u, (_all, before: string, next: string) => before + next.toUpperCase())
    })
    .join("")
}

const shortHeader = (header: string) => header.slice(0, 80)

/** Reads the rows under the headers. `firstRow` is the number in the file of the first of them. */
export function draftRows(headers: string[], mapping: Mapping, rows: string[][], firstRow: number): Drafted {
  const columns = headers.flatMap((header, at) =>
    mapping[header] ? [{ at, header, field: mapping[header] as Field }] : [],
  )
  const byField = new Map<Field, { at: number; header: string }[]>()
  for (const { at, header, field } of columns)
    byField.set(field, [...(byField.get(field) ?? []), { at, header }])
  const drafted: Drafted = { drafts: [], problems: [], errors: [] }
  for (const [index, row] of rows.entries()) {
    if (!row.some((one) => cell.said(one))) continue
    draftRow(row, firstRow + index, byField, drafted)
  }
  return drafted
}

function draftRow(
  row: string[],
  number: number,
  columns: Map<Field, { at: number; header: string }[]>,
  drafted: Drafted,
) {
  const found: Problem[] = []
  const first = (field: Field) => columns.get(field)?.[0]
  const words = (field: Field) => cell.said(row[first(field)?.at ?? -1])
  const wrong = (field: Field, problem: string) =>
    found.push({ row: number, column: shortHeader(first(field)?.header ?? field), problem })
  /** The cell understood, or a problem and null. */
  const read = <T>(
    field: Field,
    understand: (text: string) => T | null,
    problem: (text: string) => string,
  ): T | null => {
    const text = words(field)
    if (!text) return null
    const value = understand(text)
    if (value === null) wrong(field, problem(text.slice(0, 60)))
    return value
  }
  const name = easyName(words("name").replace(/\s+/g, " ")).slice(0, 300)
  if (!name || !/[\p{L}\p{N}]/u.test(name)) {
    drafted.errors.push(number)
    drafted.problems.push({
      row: number,
      column: shortHeader(first("name")?.header ?? "Name"),
      problem: "There is no name. A group needs one.",
    })
    return
  }
  const emails = cell.emailsSaid(words("email"))
  const contact = words("contact")
  const contactEmail = cell.emailsSaid(contact).find(cell.isEmail) ?? null
  const email = emails.find(cell.isEmail) ?? null
  if (words("email") && !email) wrong("email", `“${words("email").slice(0, 60)}” is not an email address.`)
  if (emails.filter(cell.isEmail).length > 1)
    wrong("email", `There are several addresses. ${email} was taken.`)
  const income = read("income", cell.poundsSaid, (text) => `“${text}” is not an amount in pounds.`)
  const address = [...(columns.get("address") ?? []), ...(columns.get("address2") ?? [])]
    .map(({ at }) => cell.addressSaid(row[at] ?? ""))
    .filter(Boolean)
    .join(", ")
  const active = words("active").toLowerCase()
  const identifiers = [
    cell.orgIdSaid(words("orgId")),
    read(
      "charityNumber",
      (text) => cell.orgIdSaid(text) ?? cell.charityNumberSaid(text),
      (text) => `“${text}” is not a charity number.`,
    ),
    read("companyNumber", cell.companyNumberSaid, (text) => `“${text}” is not a company number.`),
  ].filter((one) => one !== null)
  drafted.drafts.push({
    row: number,
    name,
    nameKey: nameKey(name),
    identifiers: identifiers.filter(
      (one, at) =>
        identifiers.findIndex((other) => other.register === one.register && other.value === one.value) === at,
    ),
    alsoKnownAs: words("alsoKnownAs") || null,
    address: address || null,
    postcode: read("postcode", cell.postcodeSaid, (text) => `“${text}” is not a UK postcode.`),
    email: email ?? contactEmail,
    phone:
      read("phone", cell.phoneSaid, (text) => `“${text}” is not a telephone number.`) ??
      (contact ? cell.phoneSaid(contact) : null),
    website: read("website", cell.websiteSaid, (text) => `“${text}” is not a web address.`),
    about: words("about") || null,
    stage: /^(false|no|n|0|inactive)$/.test(active)
      ? "closed"
      : read("stage", cell.stageSaid, (text) => `“${text}” is no stage that Trellis knows.`),
    legalForm: words("legalForm") ? cell.legalFormSaid(words("legalForm")) : null,
    income,
    incomeBand: income === null ? null : cell.bandOf(income),
    registeredOn: read("registeredOn", cell.dateSaid, (text) => `“${text}” is not a date.`),
    joinedOn: read("joinedOn", cell.dateSaid, (text) => `“${text}” is not a date.`),
    volunteers: read("volunteers", cell.numberSaid, (text) => `“${text}” is not a whole number.`),
    trustees: read("trustees", cell.numberSaid, (text) => `“${text}” is not a whole number.`),
    areas: words("area")
      .split(/\s*[;|\n]\s*/)
      .filter(Boolean)
      .slice(0, 20),
    themes: (columns.get("theme") ?? [])
      .flatMap(({ at }) => cell.said(row[at]).split(/\s*[;|,\n]\s*/))
      .filter(Boolean)
      .slice(0, 20),
    people: peopleOf(
      words("person"),
      cell.emailsSaid(words("personEmail")).filter(cell.isEmail),
      words("personPhone"),
      wrong,
    ),
  })
  drafted.problems.push(...found)
}

function peopleOf(
  text: string,
  emails: string[],
  phone: string,
  wrong: (field: Field, problem: string) => void,
): DraftPerson[] {
  const names = text
    .split(/\s*(?:[;/|&]|\r?\n|\band\b)\s*/i)
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => /\p{L}{2}/u.test(name))
  if (names.length > 1)
    wrong("person", `There are ${names.length} people in this cell. Each was taken by themselves.`)
  return names.map((name, at) => ({
    name: name.slice(0, 200),
    email: emails[at] ?? null,
    phone: at === 0 && phone ? cell.phoneSaid(phone) : null,
  }))
}
