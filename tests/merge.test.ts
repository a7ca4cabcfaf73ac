import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
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
import { mergeGroups, unmergeGroups } from "@/lib/duplicates/merging/commands"
import { pointersOf } from "@/lib/duplicates/merging/rows"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { world } from "./support/world"

const w = await world()
const lioId = w.ribble.id

const merge = async (
  ctx: Ctx,
  keptId: string,
  goneId: string,
  take: Record<string, "kept" | "gone"> = {},
) => {
  const [kept, gone] = [await getGroup(ctx, keptId), await getGroup(ctx, goneId)]
  return mergeGroups(ctx, { keptId, goneId, keptVersion: kept.version, goneVersion: gone.version, take })
}
const change = async (ctx: Ctx, id: string, said: Omit<Parameters<typeof changeGroup>[2], "version">) =>
  changeGroup(ctx, id, { ...said, version: (await getGroup(ctx, id)).version })

describe("Two groups that are one", () => {
  it("become one, fact by fact as chosen, and what hung on both hangs on the one that stays", async () => {
    const [kept, gone] = await w.system(async (ctx) => [
      await group(ctx, { name: "Whalley Walkers", email: "old@walkers.example", trustees: 4 }),
      await group(ctx, {
        name: "Whalley Walking Group",
        email: "new@walkers.example",
        phone: "01614960000",
        trustees: 0,
      }),
    ])
    await w.asWorker((ctx) =>
      change(ctx, gone.id, { identifiers: [{ register: "GB-CHC", value: "1190001" }] }),
    )
    const done = await w.asWorker((ctx) => merge(ctx, kept.id, gone.id, { email: "gone" }))
    const now = await w.asWorker((ctx) => getGroup(ctx, kept.id))
    expect(now).toMatchObject({
      name: "Whalley Walkers",
      alsoKnownAs: "Whalley Walking Group",
      email: "new@walkers.example",
      phone: "01614960000",
      trustees: 4,
      identifiers: [{ register: "GB-CHC", value: "1190001" }],
    })
    await expect(w.asWorker((ctx) => getGroup(ctx, gone.id))).rejects.toThrow(NotFound)

    await w.asWorker((ctx) => change(ctx, kept.id, { phone: "01614960009" }))
    const undone = await w.asWorker((ctx) => unmergeGroups(ctx, { id: done.id }))
    expect(undone.kept).toEqual(["Phone"])
    const [one, other] = await w.asWorker(async (ctx) => [
      await getGroup(ctx, kept.id),
      await getGroup(ctx, gone.id),
    ])
    expect(one).toMatchObject({
      alsoKnownAs: null,
      email: "old@walkers.example",
      phone: "01614960009",
      identifiers: [],
    })
    expect(other).toMatchObject({
      email: "new@walkers.example",
      trustees: 0,
      identifiers: [{ value: "1190001" }],
    })
  })

  it("are merged by nobody who may not, and not over what somebody saved meanwhile", async () => {
    const [kept, gone] = await w.system(async (ctx) => [
      await group(ctx, { name: "Read Runners" }),
      await group(ctx, { name: "Read Running Club" }),
    ])
    for (const as of [w.asViewer, w.asLead, w.asMember])
      await expect(
        as((ctx) =>
          mergeGroups(ctx, { keptId: kept.id, goneId: gone.id, keptVersion: 1, goneVersion: 1, take: {} }),
        ),
      ).rejects.toThrow(NotAllowed)
    await expect(
      w.asOtherManager((ctx) =>
        mergeGroups(ctx, {
          keptId: kept.id,
          goneId: w.stranger.id,
          keptVersion: 1,
          goneVersion: 1,
          take: {},
        }),
      ),
    ).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => change(ctx, gone.id, { phone: "01614960001" }))
    await expect(
      w.asWorker((ctx) =>
        mergeGroups(ctx, { keptId: kept.id, goneId: gone.id, keptVersion: 1, goneVersion: 1, take: {} }),
      ),
    ).rejects.toThrow("changed one of the two")
    const { id } = await w.asWorker((ctx) => merge(ctx, kept.id, gone.id))
    await expect(w.asViewer((ctx) => unmergeGroups(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => unmergeGroups(ctx, { id }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => unmergeGroups(ctx, { id }))
    await expect(w.asWorker((ctx) => unmergeGroups(ctx, { id }))).rejects.toThrow("undone already")
  })

  it("are taken apart in the turn in which they came together", async () => {
    const [a, b, c] = await w.system(async (ctx) => [
      await group(ctx, { name: "Sabden Singers" }),
      await group(ctx, { name: "Sabden Choir" }),
      await group(ctx, { name: "Sabden Voices" }),
    ])
    const first = await w.asWorker((ctx) => merge(ctx, a.id, b.id))
    const second = await w.asWorker((ctx) => merge(ctx, a.id, c.id))
    await expect(w.asWorker((ctx) => unmergeGroups(ctx, { id: first.id }))).rejects.toThrow("Sabden Voices")
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: second.id }))
    const third = await w.asWorker((ctx) => merge(ctx, c.id, a.id))
    await expect(w.asWorker((ctx) => unmergeGroups(ctx, { id: first.id }))).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: third.id }))
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: first.id }))
  })
})

function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Row = { at: string; group: string }
/** Every row that hangs on one of the groups: what it is (without its group) → which group it hangs on. */
async function hanging(ctx: Ctx, ids: string[]) {
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

const FACTS = ["email", "phone", "about", "website", "address", "trustees", "stage", "alsoKnownAs"] as const

async function scene(ctx: Ctx, seed: number) {
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
      .values(
        [1, 2, 3].map((at) => ({ lioId, on: `2026-03-0${at}`, note: "talked", byPersonId: w.worker.id })),
      )
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
async function work(ctx: Ctx, s: Scene, groupId: string, roll: (below: number) => number, at: number) {
  const one = <T>(list: T[]) => list[roll(list.length)] as T
  const insert = (table: Parameters<Ctx["tx"]["insert"]>[0], values: object) =>
    ctx.tx
      .insert(table)
      .values({ lioId, groupId, ...values } as never)
      .onConflictDoNothing()
  const fact = one([...FACTS])
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
    () =>
      change(
        ctx,
        groupId,
        fact === "trustees"
          ? { trustees: roll(9) }
          : fact === "stage"
            ? { stage: one(["enquiry", "forming"]) }
            : { [fact]: `${fact} ${roll(4)}` },
      ),
  ]
  await one(acts)()
}

const factsOf = async (ctx: Ctx, id: string) => {
  const [row] = await ctx.tx.select().from(groups).where(eq(groups.id, id))
  return Object.fromEntries(FACTS.map((fact) => [fact, row?.[fact] ?? null]))
}

describe("A merge that is undone later", () => {
  it.each(Array.from({ length: 40 }, (_, at) => at + 1))(
    "leaves every row where it was and keeps later work (sequence %i)",
    async (seed) => {
      const roll = dice(seed * 7919)
      await w.asWorker(async (ctx) => {
        const s = await scene(ctx, seed)
        for (let at = 0; at < 30; at++) await work(ctx, s, s.ids[roll(3)] as string, roll, at)
        const [a, b, c] = s.ids as [string, string, string]
        const before = await hanging(ctx, s.ids)
        const facts = await Promise.all(s.ids.map((id) => factsOf(ctx, id)))
        const take = () =>
          Object.fromEntries(FACTS.map((fact) => [fact, roll(2) ? ("gone" as const) : ("kept" as const)]))
        const first = await merge(ctx, a, b, take())
        const merged = await factsOf(ctx, a)
        const afterFirst = await hanging(ctx, s.ids)
        for (let at = 100; at < 100 + roll(12); at++) await work(ctx, s, a, roll, at)
        const second = roll(2) ? await merge(ctx, a, c, take()) : null
        if (second) {
          for (let at = 200; at < 200 + roll(8); at++) await work(ctx, s, a, roll, at)
          await unmergeGroups(ctx, { id: second.id })
        }
        const atEnd = await hanging(ctx, s.ids)
        const reached = await factsOf(ctx, a)
        await unmergeGroups(ctx, { id: first.id })
        const now = await hanging(ctx, s.ids)

        expect(before.filter((row) => !now.includes(row))).toEqual([])
        const later = atEnd.filter((row) => !afterFirst.includes(row))
        expect(later.filter((row) => !now.includes(row))).toEqual([])
        expect(now.length).toBe(before.length + later.length)
        const [factsA, factsB, factsC] = await Promise.all(s.ids.map((id) => factsOf(ctx, id)))
        expect([factsB, factsC]).toEqual(facts.slice(1))
        for (const fact of FACTS)
          expect(factsA?.[fact], fact).toEqual(
            reached[fact] === merged[fact] ? facts[0]?.[fact] : reached[fact],
          )
      })
    },
  )
})
