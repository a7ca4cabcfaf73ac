import type { Field as Question } from "../../fields/input"
import { nameKey } from "../../names"
import { inParts } from "../writing/parts"
import * as cell from "./cells"
import { type Drafted, drafting, groupName, TERMS } from "./drafts"
import type { Mapping } from "./fields"
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
  says: { areas: boolean; terms: boolean; people: boolean }
  pieces: () => Iterable<Drafted>
}

/** So many rows are read at a time: a few thousandths of a second. */
const PIECE = 250

/** Rows that are drafted already, as a list. */
export function asList(ready: Drafted): ReadList {
  const { drafts, problems, errors } = ready
  return {
    rows: drafts.length + errors.length,
    places: () => drafts,
    says: {
      areas: drafts.some(({ areas }) => areas.length > 0),
      terms: drafts.some((draft) => TERMS.some(([, many]) => draft[many].length > 0)),
      people: drafts.some(({ people }) => people.length > 0),
    },
    *pieces() {
      const [first = [], ...more] = inParts(drafts, PIECE)
      yield { drafts: first, problems, errors }
      for (const piece of more) yield { drafts: piece, problems: [], errors: [] }
    },
  }
}

/** The rows under the headers, as a list. */
export function readList(
  headers: string[],
  mapping: Mapping,
  rows: Numbered[],
  questions: Question[],
): ReadList {
  const meant = new Set(Object.values(mapping))
  const at = (field: string) => headers.findIndex((header) => mapping[header] === field)
  const [name, postcode] = [at("name"), at("postcode")]
  return {
    rows: rows.length,
    *places() {
      for (const { cells } of rows) {
        const said = cell.said(cells[postcode])
        if (said) yield { nameKey: nameKey(groupName(cells[name])), postcode: cell.postcodeRead(said).value }
      }
    },
    says: {
      areas: meant.has("area"),
      terms: TERMS.some(([one]) => meant.has(one)) || meant.has("sector"),
      people:
        meant.has("email") || ROLE_COLUMNS.some((role) => meant.has(role.names) || meant.has(role.emails)),
    },
    *pieces() {
      const draft = drafting(headers, mapping, questions)
      for (const piece of inParts(rows, PIECE)) {
        const drafted: Drafted = { drafts: [], problems: [], errors: [] }
        for (const { row, cells } of piece) draft(cells, row, drafted)
        yield drafted
      }
    },
  }
}
