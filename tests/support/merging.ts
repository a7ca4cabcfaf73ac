import { eq, sql } from "drizzle-orm"
import {
  areas,
  consultations,
  groupAreas,
  groupSizes,
  groups,
  groupTerms,
  memberships,
  membershipTypes,
  networkGroups,
  networks,
  responses,
  roles,
  sessionGroups,
  sessions,
  tasks,
  terms,
} from "@/db/schema"
import { group, person } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { mergeGroups } from "@/lib/duplicates/merging/commands"
import { pointersOf } from "@/lib/duplicates/merging/rows"
import { changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"

/** Merges two groups as they stand now. */
export const merge = async (
  ctx: Ctx,
  keptId: string,
  goneId: string,
  take: Record<string, "kept" | "gone"> = {},
) => {
  const [kept, gone] = [await getGroup(ctx, keptId), await getGroup(ctx, goneId)]
  return mergeGroups(ctx, { keptId, goneId, keptVersion: kept.version, goneVersion: gone.version, take })
}
/** Changes a group as it stands now. */
export const change = async (
  ctx: Ctx,
  id: string,
  input: Omit<Parameters<typeof changeGroup>[2], "version">,
) => changeGroup(ctx, id, { ...input, version: (await getGroup(ctx, id)).version })

/** Numbers that look random and come again with the same seed. */
export function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Row = { at: string; group: string }
/** Every row that hangs on one of the groups: what it is (without its group) → which group it hangs on. */
export async function hanging(ctx: Ctx, ids: string[]) {
  const rows: Row[] = []
  for (const { table, column } of await pointersOf(ctx)) {
    const found = await ctx.tx.execute<{ group: string; row: Record<string, unknown> }>(sql`
      select t.${sql.identifier(column)}::text as group, to_jsonb(t) - ${column}::text as row
      from ${sql.identifier(table)} t where t.${sql.identifier(column)} = any (${sql.param(ids)}::uuid[])`)
    for (const one of found) {
      const whole = table === "group_identifiers" ? { ...one.row, id: null } : one.row
      rows.push({ at: `${table} ${JSON.stringify(whole)}`, group: one.group })
    }
  }
  return rows.map(({ at, group: on }) => `${on} ${at}`).sort()
}

/** The facts that work changes. */
export const FACTS = ["email", "phone", "about", "website", "address", "trustees", "secondPhone"] as const

/** Three groups, and what may come to hang on them. */
export async function scene(ctx: Ctx, seed: number, workerId: string) {
  const lioId = ctx.lio.id
  const made = [1, 2, 3].map((at) => group(ctx, { name: `Group ${seed}-${at}`, stage: "not_member" }))
  const [term, area] = await Promise.all([
    ctx.tx
      .insert(terms)
      .values(["a", "b", "c"].map((name) => ({ lioId, list: "tag" as const, name })))
      .returning({ id: terms.id }),
    ctx.tx
      .insert(areas)
      .values(["a", "b", "c"].map((name) => ({ lioId, kind: "neighbourhood" as const, name })))
      .returning({ id: areas.id }),
  ])
  const [network, asked, type, worked] = await Promise.all([
    ctx.tx
      .insert(networks)
      .values(["a", "b"].map((name) => ({ lioId, name: `${name} ${seed}` })))
      .returning({ id: networks.id }),
    ctx.tx
      .insert(consultations)
      .values(["a", "b"].map((title) => ({ lioId, title })))
      .returning({ id: consultations.id }),
    ctx.tx
      .insert(membershipTypes)
      .values({ lioId, name: `Member ${seed}` })
      .returning({ id: membershipTypes.id }),
    ctx.tx
      .insert(sessions)
      .values([1, 2, 3].map((at) => ({ lioId, on: `2026-03-0${at}`, note: "talked", byPersonId: workerId })))
      .returning({ id: sessions.id }),
  ])
  const people = await Promise.all([1, 2, 3].map((at) => person(ctx, { name: `Person ${seed}-${at}` })))
  return {
    ids: (await Promise.all(made)).map(({ id }) => id),
    term,
    area,
    network,
    asked,
    type,
    worked,
    people,
  }
}
type Scene = Awaited<ReturnType<typeof scene>>

/** One piece of everyday work with a group; the same twice does nothing. */
export async function work(
  ctx: Ctx,
  s: Scene,
  groupId: string,
  roll: (below: number) => number,
  at: number,
  fields: Record<string, unknown> = {},
) {
  const one = <T>(list: T[]) => list[roll(list.length)] as T
  const insert = (table: Parameters<Ctx["tx"]["insert"]>[0], values: object) =>
    ctx.tx
      .insert(table)
      .values({ lioId: ctx.lio.id, groupId, ...values } as never)
      .onConflictDoNothing()
  const fact = one([...FACTS])
  const say = async (what: string, value: string | number) => {
    await change(ctx, groupId, { [what]: value })
    fields[what] = value
  }
  const acts = [
    () => insert(groupTerms, { termId: one(s.term).id }),
    () => insert(groupAreas, { areaId: one(s.area).id }),
    () => insert(networkGroups, { networkId: one(s.network).id, leftAt: roll(3) === 0 ? ctx.now : null }),
    () => insert(sessionGroups, { sessionId: one(s.worked).id }),
    () => insert(roles, { personId: one(s.people).id, role: one(["chair", "treasurer"]) }),
    () => insert(tasks, { what: `next ${at}` }),
    () =>
      insert(groupSizes, { asAt: "2026-01-01", sizes: { volunteers: at }, savedAt: ctx.now, savedBy: "w" }),
    () => insert(memberships, { typeId: s.type[0]?.id, startsOn: "2025-01-01", endsOn: "2025-12-31" }),
    () => insert(responses, { consultationId: one(s.asked).id, reference: `R${at}`, startedAt: ctx.now }),
    async () => {
      const { identifiers } = await getGroup(ctx, groupId)
      const fresh = { register: "local" as const, value: `L${roll(6)}` }
      if (!identifiers.some(({ value }) => value === fresh.value))
        await change(ctx, groupId, { identifiers: [...identifiers, fresh] })
    },
    () => say(fact, fact === "trustees" ? at : `${fact} ${at}`),
  ]
  await one(acts)()
}

/** What a group says of them. */
export const factsOf = async (ctx: Ctx, id: string) => {
  const [row] = await ctx.tx.select().from(groups).where(eq(groups.id, id))
  return Object.fromEntries(FACTS.map((fact) => [fact, row?.[fact] ?? null]))
}
