import { randomUUIDv7 } from "node:crypto"
import { type Answers, answerName } from "../../fields/input"
import { IMPORTED_FIELDS, type ImportedField, type ImportedValue } from "../../groups/importing/fields"
import { type Known, type Match, type Places, Register } from "../../groups/similarity/register"
import { say } from "../../words"
import type { Problem } from "../columns/context"
import type { Draft } from "../columns/drafts"
import type { ReadList } from "../columns/lists"
import { shortHeader } from "../columns/reading"
import type { OnDuplicate, Verdict } from "../input"
import type { Memberships, ToldMembership } from "./memberships"
import { leftSaid, type Settled } from "./notes"
import type { Held, StandingGroup } from "./queries"
import { heldKey } from "./queries"
import { type Conflict, changesOf, together } from "./together"

/**
 * What a row would do: the verdict, the group it means, the reason, the fields and answers it changes, what those say
 * now (by their names in the log), whether it adds numbers, areas, themes or people, what it tells of a membership, and
 * what of it is not taken in.
 */
export type Judged = {
  draft: Draft
  verdict: Verdict
  known: Known | null
  /** The row above it that means the same group. */
  earlier: number | null
  because: string | null
  changes: Partial<Record<ImportedField, ImportedValue>>
  answers: Answers
  was: Record<string, unknown>
  adds: boolean
  membership: ToldMembership | null
  notes: Problem[]
}

type Stage = NonNullable<Draft["stage"]>

/** What rows are held against. */
export type Companions = {
  standing: StandingGroup[]
  places: Places
  held: Held
  memberships: Memberships
  settle: (draft: Draft) => Settled
}

/** What a row says for a group's lists. */
const listsOf = (draft: Draft, groupId: string) => [
  ...draft.areas.map((name) => heldKey(groupId, "area", name)),
  ...draft.themes.map((name) => heldKey(groupId, "theme", name)),
  ...draft.clientGroups.map((name) => heldKey(groupId, "client_group", name)),
  ...draft.services.map((name) => heldKey(groupId, "service", name)),
  ...draft.tags.map((name) => heldKey(groupId, "tag", name)),
  ...draft.people.map(({ role, email, name }) => heldKey(groupId, role, email ?? name)),
]

/** What is kept of a row for telling later ones from it: of a long list, the rest would not fit into memory. */
const knownBy = (
  id: string,
  { row, sourceId, name, nameKey, postcode, address, email, phone, website, identifiers }: Draft,
) => ({
  ...{ id, row, sourceId, name, nameKey, postcode, address, email, phone, website, identifiers },
})

/** A group that a row of this file makes, as it will stand. */
const statusOf = (id: string, draft: Draft): StandingGroup => ({
  ...(Object.fromEntries(IMPORTED_FIELDS.map((field) => [field, draft[field]])) as Record<
    ImportedField,
    ImportedValue | null
  >),
  ...knownBy(id, draft),
  email: draft.email ?? draft.lent,
  stage: draft.stage ?? "not_member",
  sector: draft.sector ?? "voluntary",
  version: 1,
  custom: draft.answers,
})

const wasOf = (changes: Judged["changes"], answers: Answers, group: StandingGroup) =>
  Object.fromEntries([
    ...Object.keys(changes).map((field) => [field, group[field as ImportedField]]),
    ...Object.keys(answers).map((question) => [answerName(question), group.custom?.[question] ?? null]),
  ])

const NOTHING = { earlier: null, changes: {}, answers: {}, was: {}, adds: false, membership: null }

/** Gives what says of a row, one after the other, what it is: held against the groups there are and the rows before it. */
export function judging(
  list: ReadList,
  { standing, places, held, memberships, settle }: Companions,
  onDuplicate: (row: number) => OnDuplicate,
): (draft: Draft) => Judged {
  const register = new Register(standing, list.places(), places)
  const whole = new Map(standing.map((group) => [group.id, group]))
  /** Group → what the rows of this file said of it so far, put together. */
  const drafts = new Map<string, Draft>()
  /** Group → the first row of this file that means it: a later row that says otherwise is a double, not a change. */
  const claimed = new Map<string, number>()

  const fresh = (draft: Draft, because: string | null, notes: Problem[]): Judged => {
    const id = randomUUIDv7() as string
    const group = knownBy(id, draft)
    register.add(group)
    claimed.set(id, draft.row)
    const draftWithEmail = { ...draft, email: draft.email ?? draft.lent }
    const { told, keep } = memberships(id, draft, draft.stage ?? "not_member")
    keep()
    return {
      draft: draftWithEmail,
      verdict: "new",
      known: group,
      because,
      notes,
      ...NOTHING,
      membership: told,
    }
  }

  const groupOf = ({ id, row }: Known): StandingGroup => {
    const there = whole.get(id)
    if (there) return there
    const first = list.draft(row ?? 0)
    const made = statusOf(id, settle(first as Draft).draft)
    whole.set(id, made)
    for (const key of listsOf(settle(first as Draft).draft, id)) held.add(key)
    return made
  }

  return (raw) => {
    const { draft: settled, notes: told } = settle(raw)
    const note = (field: Parameters<ReadList["header"]>[0], problem: string): Problem => ({
      row: raw.row,
      column: shortHeader(list.header(field)),
      problem,
    })
    const notes = told.map(({ field, problem }) => note(field, problem))
    const match = register.match(settled, (group) => claimed.has(group.id))
    if (!match) return fresh(settled, null, notes)
    return judgeMatched(settled, match, notes, note)
  }

  function judgeMatched(
    settled: Draft,
    { known, because, sure }: Match,
    notes: Problem[],
    note: (field: Parameters<ReadList["header"]>[0], problem: string) => Problem,
  ): Judged {
    const earlier = claimed.get(known.id)
    const decision = onDuplicate(settled.row)
    const inFile = known.row !== null
    if (decision === "new" && (sure === "like" || inFile)) return fresh(settled, because, notes)
    const group = groupOf(known)
    const people = settled.people.filter(({ name }) => !held.has(heldKey(group.id, "left", name)))
    for (const { name, role } of settled.people.filter((one) => !people.includes(one)))
      notes.push(note(role === "contact" ? "person" : (role as "chair"), leftSaid(name)))
    const period = memberships(group.id, settled, group.stage as Stage)
    const email = settled.email ?? (group.email ? null : settled.lent)
    const draft = { ...settled, people, email, stage: period.stage }
    const before = earlier === undefined ? null : (drafts.get(group.id) ?? list.draft(earlier))
    const conflicts: Conflict[] = []
    const changes = changesOf(draft, group, before, conflicts)
    const answers = answersOf(draft, group)
    const more = draft.identifiers.some(
      (one) =>
        !group.identifiers.some(({ register: on, value }) => on === one.register && value === one.value),
    )
    const listed = listsOf(draft, group.id).filter((key) => !held.has(key))
    const adds = more || listed.length > 0
    const says = adds || period.told !== null || Object.keys({ ...changes, ...answers }).length > 0
    const doubt = sure === "like" || inFile || (earlier !== undefined && (says || conflicts.length > 0))
    if (doubt && decision === "skip")
      return {
        draft,
        verdict: "duplicate",
        known: group,
        because,
        notes,
        ...NOTHING,
        earlier: earlier ?? null,
      }
    if (decision === "new" && doubt) return fresh(settled, because, notes)
    for (const { field, problem } of period.notes) notes.push(note(field, problem))
    for (const { field, problem } of conflicts)
      notes.push(note(field === "incomeBand" ? "income" : field, problem))
    if (draft.nameKey !== group.nameKey && earlier !== draft.row)
      notes.push(
        note(
          "name",
          say("This is {group} ({because}). The name was left as it is there.", {
            group: group.name,
            because,
          }),
        ),
      )
    claimed.set(group.id, earlier ?? draft.row)
    period.keep()
    if (before) drafts.set(group.id, together(before, draft, changes))
    const was = wasOf(changes, answers, group)
    Object.assign(group, changes, { custom: { ...group.custom, ...answers } })
    for (const key of listed) held.add(key)
    if (more) {
      group.identifiers = [...group.identifiers, ...draft.identifiers]
      register.add(group)
    }
    const verdict = says ? "update" : "unchanged"
    return {
      draft,
      verdict,
      known: group,
      earlier: earlier ?? null,
      because,
      changes,
      answers,
      was,
      adds,
      membership: period.told,
      notes,
    }
  }
}

/** The answers of a row that the group does not give yet. */
const answersOf = (draft: Draft, { custom }: StandingGroup): Answers =>
  Object.fromEntries(
    Object.entries(draft.answers).filter(
      ([question, value]) => JSON.stringify(custom?.[question]) !== JSON.stringify(value),
    ),
  )
