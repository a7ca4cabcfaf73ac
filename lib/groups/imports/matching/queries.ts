import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { type Answers, answerName } from "../../fields/input"
import type { Draft } from "../columns/drafts"
import { KEPT, KEPT_FIELDS, type KeptField, type KeptValue } from "../columns/kept"
import type { ReadList } from "../columns/lists"
import type { OnDuplicate, Verdict } from "../input"
import { type Known, Register } from "./match"

/** A group as it stands, with everything that a row could change. */
export type Standing = Known & { id: string; version: number; custom: Answers | null } & Record<
    KeptField,
    KeptValue | null
  >

/**
 * What a row would do: the verdict, the group it means, the reason, the fields and answers it changes, what those say
 * now (by their names in the log), and whether it adds numbers, areas, themes or people.
 */
export type Judged = {
  draft: Draft
  verdict: Verdict
  known: Known | null
  because: string | null
  changes: Partial<Record<KeptField, KeptValue>>
  answers: Answers
  was: Record<string, unknown>
  adds: boolean
}

const READ_AS: Partial<Record<string, string>> = { date: "::text", bigint: "::float8" }
const asTheyStand = KEPT_FIELDS.map((field) => {
  const [column, type] = KEPT[field]
  return `g.${column}${READ_AS[type] ?? ""} as "${field}"`
}).join(", ")

/** Everything of the LIO's groups that rows are held against. Two plain reads: a join would be planned on stale figures. */
export async function listStanding(ctx: Ctx): Promise<Standing[]> {
  const rows = await ctx.tx.execute<Standing>(sql`
    select g.id, null as row, g.name, g.name_key as "nameKey", g.version, ${sql.raw(asTheyStand)},
      g.stage_since::text as "stageSince", g.stage_reason as "stageReason", nullif(g.custom, '{}') as custom
    from groups g where g.removed_at is null`)
  const numbers = await ctx.tx.execute<{ groupId: string; register: string; value: string }>(
    sql`select group_id as "groupId", register, value from group_identifiers`,
  )
  const byGroup = new Map<string, { register: string; value: string }[]>()
  for (const { groupId, register, value } of numbers) {
    byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), { register, value }])
  }
  return [...rows].map((row) => ({ ...row, identifiers: byGroup.get(row.id) ?? [] }))
}

/** What groups have in lists: "group area name", "group theme name" and so for each list, "group role name-or-address". */
export type Held = Set<string>
const heldKey = (groupId: string, kind: string, name: string) => `${groupId} ${kind} ${name.toLowerCase()}`

/** The areas, words and people that groups have already; read only when a row names some. */
export async function listHeld(ctx: Ctx, says: ReadList["says"]): Promise<Held> {
  const held: Held = new Set()
  const keep = (rows: Iterable<{ groupId: string; kind: string; name: string }>) => {
    for (const { groupId, kind, name } of rows) held.add(heldKey(groupId, kind, name))
  }
  type Row = { groupId: string; kind: string; name: string }
  if (says.areas)
    keep(
      await ctx.tx.execute<Row>(
        sql`select l.group_id as "groupId", 'area' as kind, a.name from group_areas l join areas a on a.id = l.area_id`,
      ),
    )
  if (says.terms)
    keep(
      await ctx.tx.execute<Row>(
        sql`select l.group_id as "groupId", t.list as kind, t.name from group_terms l join terms t on t.id = l.term_id`,
      ),
    )
  if (says.people) {
    keep(
      await ctx.tx.execute<Row>(sql`
      select r.group_id as "groupId", k.kind, n.name from roles r join people p on p.id = r.person_id
      cross join lateral (values (r.role), ('contact')) k(kind) cross join lateral (values (p.name), (p.email)) n(name) where n.name is not null`),
    )
  }
  return held
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

const same = (a: KeptValue | null, b: KeptValue) =>
  typeof b !== "string"
    ? a === b
    : (a ?? "").toString().replace(/\s+/g, " ").trim() === b.replace(/\s+/g, " ").trim()

function changesOf(draft: Draft, standing: Standing): Judged["changes"] {
  const changes: Judged["changes"] = {}
  for (const field of KEPT_FIELDS) {
    const value = draft[field]
    if (value !== null && !same(standing[field], value)) changes[field] = value
  }
  // A number says that a group is on a register, whatever was believed before; a list does not take numbers away.
  if (standing.unregistered && draft.identifiers.length > 0) changes.unregistered = false
  if (changes.unregistered && standing.identifiers.some(({ register }) => register !== "local"))
    delete changes.unregistered
  return changes
}

/** The answers of a row that the group does not give yet. */
const answersOf = (draft: Draft, { custom }: Standing): Answers =>
  Object.fromEntries(
    Object.entries(draft.answers).filter(
      ([question, value]) => JSON.stringify(custom?.[question]) !== JSON.stringify(value),
    ),
  )

const wasOf = ({ changes, answers }: Pick<Judged, "changes" | "answers">, group: Standing) =>
  Object.fromEntries([
    ...Object.keys(changes).map((field) => [field, group[field as KeptField]]),
    ...Object.keys(answers).map((question) => [answerName(question), group.custom?.[question] ?? null]),
  ])

/** What is kept of a row for telling later ones from it: of a long list, the rest would not fit into memory. */
const knownBy = ({ row, name, nameKey, postcode, email, phone, website, identifiers }: Draft): Known => ({
  ...{ id: null, row, name, nameKey, postcode, email, phone, website, identifiers },
})

const NOTHING = { changes: {}, answers: {}, was: {}, adds: false }

/** Gives what says of a row, one after the other, what it is: held against the groups there are and the rows before it. */
export function judging(
  places: ReturnType<ReadList["places"]>,
  standing: Standing[],
  onDuplicate: (row: number) => OnDuplicate,
  held: Held = new Set(),
): (draft: Draft) => Judged {
  const register = new Register(standing, places)
  const whole = new Map(standing.map((group) => [group.id, group]))
  /** Group → the first row of this file that means it: a later row that says otherwise is a double, not a change. */
  const claimed = new Map<string, number>()
  return (draft) => {
    const match = register.match(draft)
    const fresh = () => {
      register.add(knownBy(draft))
      return { draft, verdict: "new" as const, known: null, because: match?.because ?? null, ...NOTHING }
    }
    if (!match) return fresh()
    const { known, because } = match
    if (match.sure === "like") {
      const decision = onDuplicate(draft.row)
      if (decision === "new") return fresh()
      if (decision === "skip") return { draft, verdict: "duplicate" as const, known, because, ...NOTHING }
    }
    const group = known.id ? whole.get(known.id) : undefined
    if (!group) return { draft, verdict: "duplicate" as const, known, because, ...NOTHING }
    const [changes, answers] = [changesOf(draft, group), answersOf(draft, group)]
    const more = draft.identifiers.some(
      ({ register: name, value }) =>
        !group.identifiers.some((one) => one.register === name && one.value === value),
    )
    const listed = listsOf(draft, group.id).filter((key) => !held.has(key))
    const verdict =
      Object.keys({ ...changes, ...answers }).length > 0 || more || listed.length > 0
        ? ("update" as const)
        : ("unchanged" as const)
    const earlier = claimed.get(group.id)
    if (earlier && verdict === "update" && onDuplicate(draft.row) !== "merge") {
      return { draft, verdict: "duplicate" as const, known: { ...group, row: earlier }, because, ...NOTHING }
    }
    claimed.set(group.id, earlier ?? draft.row)
    const was = wasOf({ changes, answers }, group)
    Object.assign(group, changes, { custom: { ...group.custom, ...answers } })
    for (const key of listed) held.add(key)
    if (more) {
      group.identifiers = [...group.identifiers, ...draft.identifiers]
      register.add(group)
    }
    return { draft, verdict, known, because, changes, answers, was, adds: more || listed.length > 0 }
  }
}
