import { emailsSaid, isEmail, phoneSaid, postcodeSaid, said, websiteSaid } from "./cells"
import { type Field, fieldOf, type Mapping, plainHeader } from "./fields"

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
    const header = raw.replace(/\s+/g, " ").trim() || `Column ${at + 1}`
    const times = (seen.get(header) ?? 0) + 1
    seen.set(header, times)
    return times === 1 ? header : `${header} (${times})`
  })
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
const THEIRS: Partial<Record<Field, Field>> = { email: "personEmail", phone: "personPhone" }

function guess(header: string, values: string[], taken: Set<Field>): Field | null {
  const filled = values.map(said).filter(Boolean)
  if (filled.length === 0) return null
  const [told] = TELLING.find(([, tells]) => filled.filter(tells).length >= filled.length * MOST) ?? []
  const field = (told && SOMEBODY.test(plainHeader(header)) && THEIRS[told]) || told
  return field && !taken.has(field) ? field : null
}

/**
 * What each column is taken to be: what its header means, or else what most of its values are. A field is filled from
 * one column, but for the address and the themes.
 */
export function mappingFor(headers: string[], rows: string[][]): Mapping {
  const taken = new Set<Field>()
  const mapping: Mapping = {}
  for (const header of headers) {
    const field = fieldOf(header)
    const free = field && (!taken.has(field) || field === "address2" || field === "theme")
    mapping[header] = free ? field : null
    if (field && free) taken.add(field)
  }
  const sample = rows.slice(0, SAMPLE)
  for (const [at, header] of headers.entries()) {
    if (fieldOf(header)) continue
    const values = sample.map((row) => row[at] ?? "")
    const field = guess(header, values, taken)
    mapping[header] = field
    if (field) taken.add(field)
  }
  return mapping
}
