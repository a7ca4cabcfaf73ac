import type { groups } from "@/db/schema"
import { type Answers, answerName } from "../fields/input"
import type { GroupFields, GroupLists, Identifier } from "./input"

type Row = typeof groups.$inferSelect
/** What is said of a group, taken apart by how it is kept. */
export type Parts = { fields: Partial<GroupFields>; lists: Partial<GroupLists>; custom: Answers }
/** Field → what it said before, and after. */
export type Changes = Record<string, [unknown, unknown]>

const withoutUnset = (parts: object) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))

/** Takes apart what is said of a group; what was left out is in none of the parts. */
export function partsOf(input: Partial<GroupFields> & Partial<GroupLists> & { custom?: Answers }): Parts {
  const { identifiers, areaIds, termIds, custom, ...fields } = input
  return {
    fields: withoutUnset(fields),
    lists: withoutUnset({ identifiers, areaIds, termIds }),
    custom: custom ?? {},
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const byRegister = (list: Identifier[]) => list.map(({ register, value }) => `${register} ${value}`).sort()

/** What of the input differs from what is kept. */
export function differences(before: Row & GroupLists, { fields, lists, custom }: Parts): Changes {
  const changed: Changes = {}
  for (const [field, to] of Object.entries(fields)) {
    const from = before[field as keyof Row]
    if (!same(from, to)) changed[field] = [from, to]
  }
  if (lists.identifiers && !same(byRegister(before.identifiers), byRegister(lists.identifiers))) {
    changed.identifiers = [before.identifiers, lists.identifiers]
  }
  for (const list of ["areaIds", "termIds"] as const) {
    const to = lists[list]
    if (to && !same([...before[list]].sort(), [...new Set(to)].sort())) changed[list] = [before[list], to]
  }
  for (const [id, to] of Object.entries(custom)) {
    if (!same(before.custom[id], to)) changed[answerName(id)] = [before.custom[id] ?? null, to]
  }
  return changed
}

/** The answers as they are to be kept: what became unknown is not there. */
export function answersAfter(before: Answers, answers: Answers): Answers {
  return Object.fromEntries(Object.entries({ ...before, ...answers }).filter(([, value]) => value !== null))
}

/** One side of changes: what was, or what is. */
export const sideOf = (changes: Changes, names: string[], side: 0 | 1) =>
  Object.fromEntries(names.map((name) => [name, changes[name]?.[side] ?? null]))
