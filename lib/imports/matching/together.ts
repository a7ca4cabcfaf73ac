import { IMPORTED_FIELDS, type ImportedField, type ImportedValue } from "../../groups/importing/fields"
import { say } from "../../words"
import type { Draft } from "../columns/drafts"
import type { StandingGroup } from "./queries"

/** Where two rows of a file say different things of one group, and which was taken. */
export type Conflict = { field: ImportedField; problem: string }
type Changes = Partial<Record<ImportedField, ImportedValue>>

const same = (a: ImportedValue | null, b: ImportedValue) =>
  Array.isArray(b)
    ? JSON.stringify(a) === JSON.stringify(b)
    : typeof b !== "string"
      ? a === b
      : (a ?? "").toString().replace(/\s+/g, " ").trim() === b.replace(/\s+/g, " ").trim()

const shown = (value: ImportedValue) => `“${String(value).slice(0, 60)}”`

const LAST = [
  ["lastContactOn", "lastContactBy"],
  ["confirmedOn", "confirmedBy"],
] as const

/** The latest day that a row names: of two rows about one group, the newer. */
const newest = ({ registeredOn, joinedOn }: Draft) =>
  [registeredOn, joinedOn].filter(Boolean).sort().at(-1) ?? ""

/** Whether a row goes before one that stands above it: a live group before a closed one, then the newer, then the later row. */
function goesBefore(draft: Draft, before: Draft): boolean {
  if ((draft.stage === "closed") !== (before.stage === "closed")) return before.stage === "closed"
  const [ours, theirs] = [newest(draft), newest(before)]
  return !ours || !theirs || ours >= theirs
}

/**
 * What a row changes in a group, field by field. `before`: what earlier rows of the file said of it; where both say
 * something and not the same, the live and the newer counts, and the other is named.
 */
export function changesOf(
  draft: Draft,
  group: StandingGroup,
  before: Draft | null,
  conflicts: Conflict[] = [],
): Changes {
  const changes: Changes = {}
  const first = before && !goesBefore(draft, before) ? before : null
  for (const field of IMPORTED_FIELDS) {
    const value = draft[field]
    if (value === null || same(group[field], value)) continue
    const other = before?.[field] ?? null
    if (other === null || same(other, value)) {
      // A closed row gives what the live one does not say, but not that the group is closed.
      if (field === "stage" && value === "closed" && first) continue
      if (field === "incomeBand" && before?.income !== null && before && draft.income === null) continue
      changes[field] = value
    } else {
      if (!first) changes[field] = value
      if (field === "incomeBand" && draft.income !== null) continue
      conflicts.push({
        field,
        problem: first
          ? say("Row {row} says {other} of this group. That was taken, not {value}.", {
              row: first.row,
              other: shown(other),
              value: shown(value),
            })
          : say("Row {row} says {other} of this group. This was taken.", {
              row: before?.row ?? "",
              other: shown(other),
            }),
      })
    }
  }
  // What happened last is kept, whichever of the two tells it.
  for (const [on, by] of LAST)
    if (changes[on] !== undefined && String(changes[on]) < String(group[on] ?? "")) {
      delete changes[on]
      delete changes[by]
    }
  // A number says that a group is on a register, whatever was believed before; a list does not take numbers away.
  if (group.unregistered && draft.identifiers.length > 0) changes.unregistered = false
  if (changes.unregistered && group.identifiers.some(({ register }) => register !== "local"))
    delete changes.unregistered
  return changes
}

/** Two rows about one group as one. */
export function together(before: Draft, draft: Draft, changes: Changes): Draft {
  const both = { ...before, row: draft.row } as Draft & Record<ImportedField, ImportedValue | null>
  for (const field of IMPORTED_FIELDS)
    both[field] = (changes[field] ?? before[field] ?? draft[field]) as never
  return both
}
