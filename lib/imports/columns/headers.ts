import type { Field as Question } from "../../fields/input"
import { say } from "../../words"
import { meaningFor, ownColumn } from "./answers"
import { emailsSaid, isEmail, phoneSaid, postcodeSaid, textOf, ticked, websiteSaid, yesOrNo } from "./cells"
import { type Field, fieldOf, type Mapping, type Meaning, plainHeader } from "./fields"
import { legalFormSaid, sectorSaid } from "./kinds"

/**
 * Which row holds the headers: the one among the first twenty that means most to us. When none means anything, the
 * first that is about as wide as the list: a title over the list fills a cell or two.
 */
export function headerRow(rows: string[][]): number {
  let best = -1
  let most = 0
  const top = rows.slice(0, 20)
  for (const [at, row] of top.entries()) {
    const meant = new Set(row.map(fieldOf).filter(Boolean)).size
    if (meant > most) [best, most] = [at, meant]
  }
  if (best >= 0) return best
  const filled = top.map((row) => row.filter(Boolean).length)
  return Math.max(
    0,
    filled.findIndex((cells) => cells >= (Math.max(...filled) * 2) / 3),
  )
}

/** Headers told apart: an empty one is named by its column, one that comes twice by its number. */
export function namedHeaders(row: string[]): string[] {
  const seen = new Map<string, number>()
  return row.map((raw, at) => {
    const header = textOf(raw).replace(/\s+/g, " ") || say("Column {at}", { at: at + 1 })
    const times = (seen.get(header) ?? 0) + 1
    seen.set(header, times)
    return times === 1 ? header : `${header} (${times})`
  })
}

/** A header that needs the one above it to be understood. */
const PART = /^(full name|name|e ?mail( address)?|phone|tel|telephone|mobile|phone number|number|address)$/

/** Two lines of headers as one: under "Chair" over three columns stand "Name", "Email", "Phone". */
function joined(above: string[], below: string[]): string[] {
  let over = ""
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    const [upper, lower] = [textOf(above[at]), textOf(below[at])]
    if (upper) over = upper
    if (lower && over && PART.test(plainHeader(lower))) return `${over} ${lower}`
    if (lower) over = ""
    return lower || upper
  })
}

const isPart = (cell: string) => PART.test(plainHeader(cell)) || fieldOf(cell) !== null

/** The headers of a list and the place of its first row. `top`: which row holds the headers; left out, it is looked for. */
export function headersOf(
  rows: string[][],
  top = headerRow(rows),
): { headers: string[]; top: number; first: number } {
  const row = rows[top] ?? []
  const below = (rows[top + 1] ?? []).map(textOf)
  const filledBelow = below.filter(Boolean)
  const hasSecondLine =
    filledBelow.length > 1 && filledBelow.every(isPart) && below.some((cell, at) => cell && !textOf(row[at]))
  if (hasSecondLine) return { headers: namedHeaders(joined(row, rows[top + 1] ?? [])), top, first: top + 2 }
  const above = (rows[top - 1] ?? []).map(textOf)
  const isFirstLine =
    above.filter(Boolean).length > 0 &&
    above.every((cell) => !cell || SOMEBODY.test(plainHeader(cell)) || fieldOf(cell) !== null) &&
    row.some((cell, at) => PART.test(plainHeader(cell)) && above.slice(0, at + 1).some(Boolean))
  return { headers: namedHeaders(isFirstLine ? joined(above, row) : row), top, first: top + 1 }
}

/** What a column's values give away when its header does not. */
const TELLING: [Field, (value: string) => boolean][] = [
  ["email", (value) => emailsSaid(value).some(isEmail)],
  ["postcode", (value) => postcodeSaid(value) !== null],
  ["phone", (value) => /^[\d\s()+.-]{10,}$/.test(value) && phoneSaid(value) !== null],
  ["website", (value) => /^(https?:|www\.)/i.test(value) && websiteSaid(value) !== null],
]
const SAMPLE = 200
const MOST = 0.6

/** A header that names somebody: the email and telephone under it are theirs, not the group's. */
const SOMEBODY = /chair|secretary|treasurer|contact|person|leader|officer/
const THEIRS: [RegExp, Partial<Record<Field, Field>>][] = [
  [/chair/, { email: "chairEmail", phone: "chairPhone" }],
  [/treasurer/, { email: "treasurerEmail", phone: "treasurerPhone" }],
  [/secretary/, { email: "secretaryEmail", phone: "secretaryPhone" }],
  [SOMEBODY, { email: "personEmail", phone: "personPhone" }],
]
const theirs = (header: string, field: Field) =>
  THEIRS.find(([form]) => form.test(plainHeader(header)))?.[1][field]

function guess(header: string, values: string[], taken: Set<Meaning>): Field | null {
  const filled = values.map(textOf).filter(Boolean)
  if (filled.length === 0) return null
  const [told] = TELLING.find(([, tells]) => filled.filter(tells).length >= filled.length * MOST) ?? []
  const field = (told && theirs(header, told)) || told
  return field && (!taken.has(field) || (MANY.has(field) && field !== "email")) ? field : null
}

/** A column of ticks under a header of its own, like "community_hub": yes or no in every cell that says something, and some yes. */
function tickedOf(header: string, cells: (string | undefined)[]): Field | null {
  // The headers may stand in the list once more.
  const filled = cells.map(ticked).filter((cell) => cell && cell !== header)
  const answers = filled.map(yesOrNo)
  return /^\p{L}[\p{L}\p{N}\s_'’&/-]{2,50}$/u.test(header) &&
    filled.length > 2 &&
    !/^Column \d+$/.test(header) &&
    answers.includes(true) &&
    !answers.includes(null) &&
    filled.some((one) => !/^[01]$/.test(one))
    ? "tickedTag"
    : null
}

/** What may be filled from several columns. */
const MANY: ReadonlySet<Meaning> = new Set([
  ...["address2", "theme", "clientGroup", "service", "tag", "tickedTag", "notes", "income", "orgId"],
  ...["email", "personEmail", "chairEmail", "treasurerEmail", "secretaryEmail"],
] as Meaning[])

/**
 * What each column is taken to be: what its header means, or else what most of its values are. A field is filled from
 * one column, but for the address and the words of the LIO's lists. A header that is one of the LIO's own questions is that question.
 */
export function mappingFor(headers: string[], rows: string[][], questions: Question[] = []): Mapping {
  const taken = new Set<Meaning>()
  const mapping: Mapping = {}
  const take = (header: string, field: Meaning | null | undefined) => {
    const free = field && (!taken.has(field) || MANY.has(field))
    mapping[header] = free ? field : null
    if (free) taken.add(field)
    return Boolean(free)
  }
  const sample = rows.slice(0, SAMPLE)
  const filled = (header: string) => sample.map((row) => textOf(row[headers.indexOf(header)])).filter(Boolean)
  const questionColumns = new Set(questions.map(ownColumn))
  const isOwn = (header: string) => questionColumns.has(meaningFor(header, questions) as Meaning)
  const meant = headers.filter((header) => !isOwn(header) && fieldOf(header) === "name")
  const named = meant.find((header) => !VAGUE.test(plainHeader(header))) ?? meant[0]
  if (named) take(named, "name")
  // Where a group is based is told by its postcode: a column of the areas it serves goes before one of wards or districts.
  const served = headers.find(
    (header) => !isOwn(header) && fieldOf(header) === "area" && /serve/i.test(header),
  )
  if (served) take(served, "area")
  // Where a contact is named, "Contact email" is that person's, not the group's.
  const hasContact = headers.some(
    (header) => !isOwn(header) && ["person", "personFirst", "personLast"].includes(fieldOf(header) ?? ""),
  )
  for (const header of headers) {
    if (header === named || header === served) continue
    if (isOwn(header)) {
      take(header, meaningFor(header, questions))
      continue
    }
    const field = fieldOf(header)
    if (hasContact && THE_CONTACTS.test(plainHeader(header)) && (field === "email" || field === "phone"))
      take(header, theirs(header, field))
    else if (field === "name")
      take(
        header,
        VAGUE.test(plainHeader(header)) && !headers.some((one) => fieldOf(one) === "person")
          ? "person"
          : null,
      )
    // A "type" may be of another kind: a sector, or what groups do.
    else if (field === "legalForm" && mostly(filled(header), (value) => legalFormSaid(value) === null))
      take(header, typeOf(filled(header)))
    // "Sector" is often what a group is about.
    else if (field === "sector" && mostly(filled(header), (value) => sectorSaid(value) === null))
      take(header, "theme")
    else if (field === "email" && taken.has(field)) take(header, theirs(header, field) ?? field)
    else if (field === "contact" && mostly(filled(header), isPersonsName)) take(header, "person")
    else if (!take(header, field) && field === "phone") take(header, theirs(header, field) ?? "secondPhone")
  }
  for (const header of headers) {
    if (isOwn(header) || fieldOf(header)) continue
    const values = filled(header)
    take(
      header,
      guess(header, values, taken) ??
        tickedOf(
          header,
          sample.map((row) => row[headers.indexOf(header)]),
        ),
    )
  }
  return mapping
}

/**
 * A mapping with a column for the name, when no header means it: the first column of words that differ from row to row.
 * Only for somebody who looks at it before anything is written, and only where something else was understood.
 */
export function withName(mapping: Mapping, headers: string[], rows: string[][]): Mapping {
  if (Object.values(mapping).includes("name") || !Object.values(mapping).some(Boolean)) return mapping
  const found = headers.find((header, at) => {
    const filled = rows.slice(0, SAMPLE).flatMap((row) => textOf(row[at]) || [])
    return (
      mapping[header] === null &&
      filled.length > 1 &&
      new Set(filled).size >= filled.length * 0.9 &&
      mostly(filled, (value) => /\p{L}{3}/u.test(value) && value.length < 100)
    )
  })
  return found ? { ...mapping, [found]: "name" } : mapping
}

const THE_CONTACTS = /^(main |primary |key |lead )?contacts? (e ?mail|mail|phone|tel|telephone|mobile|number)/
/** What a column called "Type" holds, when it is no legal form: sectors, or a few kinds of group, each of many rows. */
function typeOf(values: string[]): Field | null {
  if (mostly(values, (value) => sectorSaid(value) !== null)) return "sector"
  const kinds = new Set(values.map((value) => value.toLowerCase()))
  const few = values.length >= 4 && kinds.size <= Math.min(30, values.length / 2)
  return few && [...kinds].every((kind) => /\p{L}{3}/u.test(kind) && kind.length < 60) ? "theme" : null
}

/** A header that may be a group's name or a person's. */
const VAGUE = /^(name|title|member)$/
const isPersonsName = (value: string) => /^[\p{L}][\p{L} .'’&/-]+$/u.test(value)
const mostly = (values: string[], is: (value: string) => boolean) =>
  values.length > 0 && values.filter(is).length >= values.length * MOST

/** How much a sheet looks like a list of groups: the columns that were understood, none without a name. */
export const meaningOf = (mapping: Mapping) =>
  Object.values(mapping).includes("name") ? Object.values(mapping).filter(Boolean).length : 0

/** The headers by which a list is known again: small, sorted, without marks. */
export const headersKey = (headers: string[]) =>
  headers
    .map((header) => plainHeader(header) || header)
    .sort()
    .join("|")
