import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import type { Draft } from "../columns/drafts"
import type { OnDuplicate, Verdict } from "../input"
import { type Known, Register } from "./match"

/** A group as it stands, with everything that a row could change. */
export type Standing = Known & { id: string; version: number } & Record<
    ChangeableField,
    string | number | null
  >

const CHANGEABLE = [
  "alsoKnownAs",
  "address",
  "postcode",
  "email",
  "phone",
  "website",
  "about",
  "stage",
  "legalForm",
  "income",
  "incomeBand",
  "registeredOn",
  "joinedOn",
  "volunteers",
  "trustees",
] as const
export type ChangeableField = (typeof CHANGEABLE)[number]

/** What a row would do: the verdict, the group it means, the reason, and the fields it changes. */
export type Judged = {
  draft: Draft
  verdict: Verdict
  known: Known | null
  because: string | null
  changes: Partial<Record<ChangeableField, string | number>>
}

/** Everything of the LIO's groups that rows are held against. Two plain reads: a join would be planned on stale figures. */
export async function listStanding(ctx: Ctx): Promise<Standing[]> {
  const rows = await ctx.tx.execute<Standing>(sql`
    select g.id, null as row, g.name, g.name_key as "nameKey", g.version, g.also_known_as as "alsoKnownAs", g.address, g.postcode, g.email, g.phone,
      g.website, g.about, g.stage, g.legal_form as "legalForm", g.income::float8 as income, g.income_band as "incomeBand",
      g.registered_on::text as "registeredOn", g.joined_on::text as "joinedOn", g.volunteers, g.trustees
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

const same = (a: string | number | null, b: string | number) =>
  typeof b === "number"
    ? a === b
    : (a ?? "").toString().replace(/\s+/g, " ").trim() === b.replace(/\s+/g, " ").trim()

function changesOf(draft: Draft, standing: Standing): Judged["changes"] {
  const changes: Judged["changes"] = {}
  for (const field of CHANGEABLE) {
    const value = draft[field]
    if (value !== null && !same(standing[field], value)) changes[field] = value
  }
  return changes
}

/** Gives what says of a row, one after the other, what it is: held against the groups there are and the rows before it. */
export function judging(
  drafts: Draft[],
  standing: Standing[],
  onDuplicate: (row: number) => OnDuplicate,
): (draft: Draft) => Judged {
  const register = new Register(standing, drafts)
  const whole = new Map(standing.map((group) => [group.id, group]))
  /** Group → the first row of this file that means it: a later row that says otherwise is a double, not a change. */
  const claimed = new Map<string, number>()
  return (draft) => {
    const match = register.match(draft)
    const fresh = () => {
      register.add({ ...draft, id: null })
      return { draft, verdict: "new" as const, known: null, because: match?.because ?? null, changes: {} }
    }
    if (!match) return fresh()
    const { known, because } = match
    if (match.sure === "like") {
      const decision = onDuplicate(draft.row)
      if (decision === "new") return fresh()
      if (decision === "skip") return { draft, verdict: "duplicate" as const, known, because, changes: {} }
    }
    const group = known.id ? whole.get(known.id) : undefined
    if (!group) return { draft, verdict: "duplicate" as const, known, because, changes: {} }
    const changes = changesOf(draft, group)
    const more = draft.identifiers.some(
      ({ register: name, value }) =>
        !group.identifiers.some((one) => one.register === name && one.value === value),
    )
    const verdict = Object.keys(changes).length > 0 || more ? ("update" as const) : ("unchanged" as const)
    const earlier = claimed.get(group.id)
    if (earlier && verdict === "update" && onDuplicate(draft.row) !== "merge") {
      return { draft, verdict: "duplicate" as const, known: { ...group, row: earlier }, because, changes: {} }
    }
    claimed.set(group.id, earlier ?? draft.row)
    Object.assign(group, changes)
    if (more) {
      group.identifiers = [...group.identifiers, ...draft.identifiers]
      register.add(group)
    }
    return { draft, verdict, known, because, changes }
  }
}
