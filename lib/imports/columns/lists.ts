import { nameKey } from "../../groups/names"
import { inParts } from "../parts"
import * as cell from "./cells"
import { contextOf, type ReadingContext } from "./context"
import { type Draft, type Drafted, drafting, groupName, nothingDrafted, saysClosed, TERMS } from "./drafts"
import { FIELDS, type Field, type Mapping, type Meaning } from "./fields"
import { ROLE_COLUMNS } from "./officers"

/** A row with its number in the file. */
export type Numbered = { row: number; cells: string[] }

/** A list that is read a piece at a time: some while others are written, and none is kept. */
export type ReadList = {
  /** How many rows it has. */
  rows: number
  /** Name and postcode of every row, before any is drafted: for telling branches from copies. */
  places: () => Iterable<{ nameKey: string; postcode: string | null }>
  /** What rows may say that groups have in lists. */
  says: { areas: boolean; terms: boolean; people: boolean; memberships: boolean }
  /** The rows a piece at a time; closed groups after the others, so that a row of a live one is there first. */
  pieces: () => Iterable<Drafted>
  /** One row again, for putting a later one together with it. */
  draft: (row: number) => Draft | null
  /** Rows with an address that stands in several rows. */
  sharing: () => Iterable<Draft>
  /** The header under which something stands. */
  header: (meaning: Meaning) => string
}

/** So many rows are read at a time: a few thousandths of a second. */
const PIECE = 250

/** What says whether a group is a member, and until when. */
const MEMBERSHIP_COLUMNS = [
  "stage",
  "active",
  "membershipKind",
  "membershipStart",
  "membershipEnd",
  "feePaid",
] as const

/** Where an address of a person may stand. */
const ADDRESSES = new Set<Field>(["email", ...ROLE_COLUMNS.flatMap(({ names, emails }) => [names, emails])])

/** The place of a row among rows in order. */
function nearest(rows: Numbered[], row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as Numbered).row < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows under the headers, as a list. */
export function readList(
  headers: string[],
  mapping: Mapping,
  rows: Numbered[],
  some: Partial<ReadingContext> = {},
): ReadList {
  const context = contextOf(some)
  const meant = new Set(Object.values(mapping))
  const at = (field: string) => headers.findIndex((header) => mapping[header] === field)
  const [name, postcode] = [at("name"), at("postcode")]
  const draft = drafting(headers, mapping, context)
  const draftOf = ({ row, cells }: Numbered) => {
    const drafted = nothingDrafted()
    draft(cells, row, drafted)
    return drafted.drafts
  }
  const addressCells = headers.flatMap((header, at) => (ADDRESSES.has(mapping[header] as Field) ? [at] : []))
  return {
    rows: rows.length,
    *places() {
      for (const { cells } of rows) {
        const text = cell.textOf(cells[postcode])
        if (text) yield { nameKey: nameKey(groupName(cells[name])), postcode: cell.postcodeRead(text).value }
      }
    },
    says: {
      areas: meant.has("area"),
      terms: TERMS.some(([one]) => meant.has(one)) || meant.has("sector") || meant.has("tickedTag"),
      people:
        meant.has("email") || ROLE_COLUMNS.some((role) => meant.has(role.names) || meant.has(role.emails)),
      memberships: MEMBERSHIP_COLUMNS.some((column) => meant.has(column)),
    },
    draft(row) {
      const one = rows[nearest(rows, row)]
      return one?.row === row ? (draftOf(one)[0] ?? null) : null
    },
    *sharing() {
      const all = rows.map(
        ({ cells }) => new Set(addressCells.flatMap((at) => cell.emailsSaid(cells[at] ?? ""))),
      )
      const times = new Map<string, number>()
      for (const emails of all) for (const email of emails) times.set(email, (times.get(email) ?? 0) + 1)
      for (const [at, emails] of all.entries())
        if ([...emails].some((email) => (times.get(email) ?? 0) > 1)) yield* draftOf(rows[at] as Numbered)
    },
    header: (meaning) =>
      headers.find((header) => mapping[header] === meaning) ?? FIELDS[meaning as Field]?.[0] ?? meaning,
    *pieces() {
      const [stage, active] = [at("stage"), at("active")]
      const isClosed = ({ cells }: Numbered) => saysClosed(cells[stage], cells[active])
      const told = stage >= 0 || active >= 0
      const inTurn = told ? [...rows.filter((row) => !isClosed(row)), ...rows.filter(isClosed)] : rows
      for (const piece of inParts(inTurn, PIECE)) {
        const drafted = nothingDrafted()
        for (const { row, cells } of piece) draft(cells, row, drafted)
        yield drafted
      }
    },
  }
}
