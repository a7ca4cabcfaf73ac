import { type Answers, answerName } from "../../fields/input"
import { say } from "../../words"
import type { Judged } from "../matching/judge"

/** What goes with a field that a list changes, and comes back with it when the import is taken back. */
const COMPANIONS = {
  postcode: ["wardCode", "districtCode", "placeVersion", "placeResolvedAt"],
  stage: ["stageSince", "stageReason"],
  directoryConsent: ["directorySaidOn", "directorySaidBy", "directorySaidHow"],
} as const

/** What a row added to a group that was there before, so that it can be taken back: ids, by what they are. */
export type Made = Partial<
  Record<"identifiers" | "areas" | "themes" | "addresses" | "lastDays" | "payments", string[]>
>

/** What a row told of a membership that was there before. */
const learntBy = ({ membership }: Judged): Made => {
  const { known, endsOn, paidOn } = membership ?? {}
  return known ? { ...(endsOn ? { lastDays: [known] } : {}), ...(paidOn ? { payments: [known] } : {}) } : {}
}

/** What is known of a changed row once it is written. */
export type Changed = Judged & {
  groupId: string
  /** How the group stood before the list, where it was there. */
  before: Record<string, unknown> | undefined
  made: Made
  /** The day of the sizes that the list says. */
  sizesAsAt: string | undefined
  /** Who became the main contact. */
  mainContactId: string | undefined
}

/** What goes along with the changes, where it is not looked up. */
const following = (changes: Judged["changes"], day: string) => ({
  ...("stage" in changes ? { stageSince: day, stageReason: null } : {}),
  ...("directoryConsent" in changes
    ? {
        directorySaidOn: day,
        directorySaidBy: null,
        directorySaidHow: changes.directorySaidOn ? null : "list",
      }
    : {}),
})

/** Both sides of the answers that a row changed, by their names in the log. */
function sidesOf(answers: Answers, before: unknown, of: (question: string) => boolean) {
  const was = (before ?? {}) as Answers
  const told = Object.keys(answers).filter(of)
  const side = (answers: Answers) =>
    Object.fromEntries(told.map((id) => [answerName(id), answers[id] ?? null]))
  return { from: side(was), to: side(answers) }
}

/** What the history of a group says of a changed row: its answers that only staff may see apart from the rest. */
export function happeningsOf(row: Changed, staffOnly: ReadonlySet<string>, day: string, fileName: string) {
  const { draft, groupId, changes, answers, sizesAsAt, mainContactId } = row
  const made = { ...row.made, ...learntBy(row) }
  const was: Record<string, unknown> = { ...row.was, ...row.before }
  const open = sidesOf(answers, was.custom, (question) => !staffOnly.has(question))
  const closed = sidesOf(answers, was.custom, (question) => staffOnly.has(question))
  const along = Object.entries(COMPANIONS).flatMap(([field, others]) => (field in changes ? others : []))
  const more = { ...(sizesAsAt ? { sizesAsAt } : {}), ...(mainContactId ? { mainContactId } : {}) }
  const fields = [...Object.keys(changes), ...along, ...Object.keys(more)]
  const from = { ...Object.fromEntries(fields.map((field) => [field, was[field] ?? null])), ...open.from }
  const to = {
    ...following(changes, day),
    ...changes,
    ...more,
    ...open.to,
    ...(Object.keys(made).length > 0 ? { made } : {}),
  }
  const told = { groupId, summary: say("Changed by row {row} ({fileName})", { row: draft.row, fileName }) }
  const hidden = Object.keys(closed.to).length > 0
  return [
    ...(hidden ? [{ ...told, what: "answer.changed" as const, ...closed }] : []),
    ...(Object.keys(to).length > 0 || !hidden ? [{ ...told, what: "group.changed" as const, from, to }] : []),
  ]
}
