import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groupTerms, terms } from "@/db/schema"
import { group } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { mergeGroups, unmergeGroups } from "@/lib/duplicates/merging/commands"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getGroup } from "@/lib/groups/queries"
import { change, dice, FACTS, factsOf, hanging, merge, scene, work } from "./support/merging"
import { world } from "./support/world"

const w = await world()
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

  it("are taken apart in any order, and what one merge brought is not lost with the other", async () => {
    const [a, b, c, tag] = await w.system(async (ctx) => {
      const three = ["Sabden Bells", "Sabden Bell Ringers", "Sabden Ringers"].map((name) =>
        group(ctx, { name }),
      )
      const [a, b, c] = await Promise.all(three)
      const [tag] = await ctx.tx
        .insert(terms)
        .values({ lioId: ctx.lio.id, list: "tag", name: "Bells" })
        .returning({ id: terms.id })
      const both = [b, c].map((one) => ({ lioId: ctx.lio.id, groupId: one?.id ?? "", termId: tag?.id ?? "" }))
      await ctx.tx.insert(groupTerms).values(both)
      return [a?.id ?? "", b?.id ?? "", c?.id ?? "", tag?.id ?? ""] as const
    })
    const tagged = async () =>
      (await w.system((ctx) => ctx.tx.select().from(groupTerms).where(eq(groupTerms.termId, tag)))).map(
        ({ groupId }) => groupId,
      )
    const first = await w.asWorker((ctx) => merge(ctx, a, b))
    await w
      .asWorker((ctx) => merge(ctx, a, c))
      .then(async (second) => {
        expect(await tagged()).toEqual([a])
        await w.asWorker((ctx) => unmergeGroups(ctx, { id: first.id }))
        expect((await tagged()).sort()).toEqual([a, b].sort())
        await w.asWorker((ctx) => unmergeGroups(ctx, { id: second.id }))
        expect((await tagged()).sort()).toEqual([b, c].sort())
      })
  })

  it("stay one while the one that stayed went up in another itself", async () => {
    const [a, b, c] = await w.system(async (ctx) => [
      await group(ctx, { name: "Sabden Singers" }),
      await group(ctx, { name: "Sabden Choir" }),
      await group(ctx, { name: "Sabden Voices" }),
    ])
    const first = await w.asWorker((ctx) => merge(ctx, a.id, b.id))
    const second = await w.asWorker((ctx) => merge(ctx, c.id, a.id))
    await expect(w.asWorker((ctx) => unmergeGroups(ctx, { id: first.id }))).rejects.toThrow("Sabden Voices")
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: second.id }))
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: first.id }))
  })
})

describe("A merge that is undone later", () => {
  it.each(Array.from({ length: 40 }, (_, at) => at + 1))(
    "leaves every row where it was and keeps later work (sequence %i)",
    async (seed) => {
      const roll = dice(seed * 7919)
      await w.asWorker(async (ctx) => {
        const s = await scene(ctx, seed, w.worker.id)
        for (let at = 0; at < 30; at++) await work(ctx, s, s.ids[roll(3)] as string, roll, at)
        const [a, b, c] = s.ids as [string, string, string]
        const before = await hanging(ctx, s.ids)
        const facts = await Promise.all(s.ids.map((id) => factsOf(ctx, id)))
        const take = () =>
          Object.fromEntries(FACTS.map((fact) => [fact, roll(2) ? ("gone" as const) : ("kept" as const)]))
        const input: Record<string, unknown> = {}
        let at = 100
        const later = (minutes: number): Ctx => ({
          ...ctx,
          now: new Date(ctx.now.getTime() + minutes * 60_000),
        })
        const made: string[] = []
        const toil = async () => {
          const was = await hanging(ctx, s.ids)
          for (const end = at + roll(10); at < end; at++) await work(ctx, s, a, roll, at, input)
          made.push(...(await hanging(ctx, s.ids)).filter((row) => !was.includes(row)))
        }
        const first = await merge(later(1), a, b, take())
        await toil()
        const second = await merge(later(2), a, c, take())
        await toil()
        const [one, other] = roll(2) ? [first, second] : [second, first]
        await unmergeGroups(later(3), { id: one.id })
        await toil()
        await unmergeGroups(later(4), { id: other.id })
        const now = await hanging(ctx, s.ids)

        expect(before.filter((row) => !now.includes(row))).toEqual([])
        expect(made.filter((row) => !now.includes(row))).toEqual([])
        expect(now.length).toBe(before.length + made.length)
        const [factsA, factsB, factsC] = await Promise.all(s.ids.map((id) => factsOf(ctx, id)))
        expect([factsB, factsC]).toEqual(facts.slice(1))
        expect(factsA).toEqual({ ...facts[0], ...input })
      })
    },
  )
})
