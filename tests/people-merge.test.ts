import { and, eq, isNull, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, people, preferences, roles } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { pointersOf } from "@/lib/duplicates/merging/rows"
import { keepPeopleApart, mergePeople, unmergePeople } from "@/lib/duplicates/people/commands"
import { listPeoplePairs, listPersonMerges } from "@/lib/duplicates/people/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { comeBack } from "@/lib/groups/leaving/commands"
import { readList } from "@/lib/lists/input"
import { addPerson } from "@/lib/people/commands"
import { peopleList } from "@/lib/people/filters"
import { getPerson, listPeople } from "@/lib/people/queries"
import { bringing } from "./support/bringing"
import { world } from "./support/world"

const w = await world()
const { ways } = bringing(w)
const [wizard] = ways
const LIST =
  "Name,Postcode,Chair\nUno,OL3 1AA,Kwame Asante\nDue,OL3 1AB,Kwame Asante\nTre,OL3 1AD,Kwame Asante"
const called = (name: string) =>
  w.system((ctx) =>
    ctx.tx
      .select()
      .from(people)
      .where(and(eq(people.name, name), isNull(people.mergedIntoId)))
      .orderBy(people.id),
  )
const person = (name: string, email: string | null = null, phone: string | null = null) =>
  w.system((ctx) => addPerson(ctx, { name, email, phone, channel: null, about: null }))

/** Where the database names somebody, counted by table and column. */
const namings = (id: string) =>
  w.system(async (ctx) => {
    const counts: Record<string, number> = {}
    for (const { table, column } of await pointersOf(ctx, "people")) {
      const [row] = await ctx.tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}::uuid`,
      )
      if (row?.n) counts[`${table}.${column}`] = row.n
    }
    return counts
  })

describe("One name in three groups", () => {
  it("is three people, offered as one, merged by hand and taken apart again", async () => {
    await wizard?.bring("three.csv", LIST)
    const [one, two, three] = await called("Kwame Asante")
    const before = await Promise.all([one, two, three].map((each) => namings(each?.id ?? "")))
    expect((await w.asViewer((ctx) => listPeoplePairs(ctx))).total).toBe(3)
    const merge = (goneId = "") => w.asWorker((ctx) => mergePeople(ctx, { keptId: one?.id ?? "", goneId }))
    const [second, third] = [await merge(two?.id), await merge(three?.id)]
    expect((await called("Kwame Asante")).map(({ id }) => id)).toEqual([one?.id])
    expect(
      (await w.asWorker((ctx) => getPerson(ctx, one?.id ?? ""))).roles.map(({ group }) => group),
    ).toEqual([...["Due", "Tre", "Uno"]])
    expect((await w.asWorker((ctx) => listPeople(ctx, readList(peopleList, { q: "Kwame" })))).total).toBe(1)
    expect((await w.asWorker((ctx) => listPeople(ctx, readList(peopleList, { left: "yes" })))).total).toBe(0)
    const contacts = await w.system((ctx) =>
      ctx.tx.select({ id: groups.mainContactId }).from(groups).where(eq(groups.postcode, "OL3 1AD")),
    )
    expect(contacts).toEqual([{ id: one?.id }])
    for (const gone of [two, three]) expect(await namings(gone?.id ?? "")).toEqual({})
    expect((await w.asViewer((ctx) => listPeoplePairs(ctx))).total).toBe(0)
    // The list again makes nobody new.
    await wizard?.bring("three.csv", LIST)
    expect(await called("Kwame Asante")).toHaveLength(1)

    await expect(w.asWorker((ctx) => unmergePeople(ctx, { id: second.id }))).rejects.toThrow(
      /Undo that merge first/,
    )
    await w.asWorker((ctx) => unmergePeople(ctx, { id: third.id }))
    await w.asWorker((ctx) => unmergePeople(ctx, { id: second.id }))
    expect(await Promise.all([one, two, three].map((each) => namings(each?.id ?? "")))).toEqual(before)
    expect((await called("Kwame Asante")).map(({ leftAt }) => leftAt)).toEqual([null, null, null])
    await expect(w.asWorker((ctx) => unmergePeople(ctx, { id: second.id }))).rejects.toThrow(RuleBroken)
    expect(await w.asWorker((ctx) => listPersonMerges(ctx))).toEqual([])

    await w.asWorker((ctx) => keepPeopleApart(ctx, { oneId: one?.id ?? "", otherId: two?.id ?? "" }))
    expect((await w.asViewer((ctx) => listPeoplePairs(ctx))).total).toBe(2)
  })
})

describe("Two records of one person", () => {
  it("keep what is chosen, with what only one of them knew; an address goes along and comes back", async () => {
    const kept = await person("Ann Boo", null, "0161 496 0001")
    const gone = await person("Anne Boo", "ann@boo.example", "0161 496 0001")
    const hall = await w.system((ctx) => make.group(ctx, { name: "Boo Hall", stage: "member" }))
    await w.system((ctx) =>
      ctx.tx.insert(roles).values([
        { lioId: ctx.lio.id, personId: kept.id, groupId: hall.id, role: "chair", createdAt: ctx.now },
        { lioId: ctx.lio.id, personId: gone.id, groupId: hall.id, role: "chair", createdAt: ctx.now },
        { lioId: ctx.lio.id, personId: gone.id, groupId: hall.id, role: "trustee", createdAt: ctx.now },
      ]),
    )
    expect(
      (await w.asViewer((ctx) => listPeoplePairs(ctx))).pairs.map(({ because }) => because),
    ).not.toContain("")
    const prefers = (personId: string, stopped: string[]) =>
      w.system((ctx) =>
        ctx.tx.insert(preferences).values({ lioId: ctx.lio.id, personId, stopped, changedAt: ctx.now }),
      )
    await prefers(kept.id, ["membership"])
    await prefers(gone.id, ["consultations"])
    const { id, name } = await w.asWorker((ctx) =>
      mergePeople(ctx, { keptId: kept.id, goneId: gone.id, name: "gone" }),
    )
    expect(name).toBe("Anne Boo")
    const now = await w.asWorker((ctx) => getPerson(ctx, kept.id))
    expect(now).toMatchObject({ name: "Anne Boo", email: "ann@boo.example", phone: "0161 496 0001" })
    expect(now.roles.map(({ role }) => role).sort()).toEqual(["chair", "trustee"])
    const [stopped] = await w.system((ctx) =>
      ctx.tx.select().from(preferences).where(eq(preferences.personId, kept.id)),
    )
    expect(stopped?.stopped.sort()).toEqual(["consultations", "membership"])
    await expect(w.asWorker((ctx) => comeBack(ctx, { id: gone.id }))).rejects.toThrow(/merged/)
    await expect(w.asWorker((ctx) => mergePeople(ctx, { keptId: gone.id, goneId: kept.id }))).rejects.toThrow(
      /merged already/,
    )
    await w.asWorker((ctx) => unmergePeople(ctx, { id }))
    expect(await w.asWorker((ctx) => getPerson(ctx, kept.id))).toMatchObject({ name: "Ann Boo", email: null })
    const back = await w.asWorker((ctx) => getPerson(ctx, gone.id))
    expect(back).toMatchObject({ name: "Anne Boo", email: "ann@boo.example", leftAt: null })
    expect(back.roles.map(({ role }) => role).sort()).toEqual(["chair", "trustee"])
  })

  it("are merged by workers and managers of their LIO only, and staff by managers", async () => {
    const [one, other] = [await person("Cy Doo"), await person("Cy Doo")]
    const two = { keptId: one.id, goneId: other.id }
    for (const as of [w.asViewer, w.asLead, w.asMember, w.asPublic])
      await expect(as((ctx) => mergePeople(ctx, two))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => mergePeople(ctx, two))).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => listPeoplePairs(ctx))).rejects.toThrow(NotAllowed)
    const staffer = w.worker.id
    await expect(w.asManager((ctx) => mergePeople(ctx, { keptId: one.id, goneId: staffer }))).rejects.toThrow(
      /is on your staff\. Keep that entry/,
    )
    const manager = await w.system(async (ctx) => {
      const [row] = await ctx.tx.select().from(people).where(eq(people.email, "manager@ribble.example"))
      return row?.id ?? ""
    })
    await expect(w.asWorker((ctx) => mergePeople(ctx, { keptId: manager, goneId: one.id }))).rejects.toThrow(
      NotAllowed,
    )
    await w.asManager((ctx) => mergePeople(ctx, { keptId: staffer, goneId: one.id }))
    await expect(
      w.asWorker((ctx) => mergePeople(ctx, { keptId: other.id, goneId: other.id })),
    ).rejects.toThrow(/two different people/)
  })
})
