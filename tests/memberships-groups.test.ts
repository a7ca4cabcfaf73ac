import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { daysAfter } from "@/lib/days"
import { NotAllowed } from "@/lib/errors"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { getGroup, getGroupHeader } from "@/lib/groups/queries"
import { getHome } from "@/lib/home/queries"
import { undoImport } from "@/lib/imports/undo/commands"
import { confirmImport, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { listQuery, readList } from "@/lib/lists/input"
import { beginMembership, endMembership, setLastDay } from "@/lib/memberships/commands"
import { countMemberships } from "@/lib/memberships/list/queries"
import { listPeriods } from "@/lib/memberships/queries"
import { findEverywhere } from "@/lib/search/queries"
import { getNewSession } from "@/lib/sessions/form/queries"
import { joining, TODAY } from "./support/membership"

const { w, free, paid, ends } = await joining()

const group = (name: string, stage: "enquiry" | "member" = "enquiry") =>
  w.system((ctx) => make.group(ctx, { name, stage }))
const begin = (groupId: string, typeId = free.id) =>
  w.asWorker((ctx) => beginMembership(ctx, { groupId, typeId, startsOn: TODAY }))
const named = (name: string) =>
  w.asWorker(async (ctx) => {
    const [row] = await ctx.tx.execute<{ id: string }>(
      sql`select id from groups where name = ${name} and removed_at is null`,
    )
    return row?.id ?? ""
  })
const brings = async (csv: string) => {
  const { id } = await w.asWorker((ctx) =>
    takeFile(ctx, { name: "list.csv", bytes: new TextEncoder().encode(csv) }),
  )
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
  return id
}
const statusOf = async (name: string) => {
  const id = await named(name)
  const [period] = await w.asWorker((ctx) => listPeriods(ctx, id))
  return { stage: (await w.asWorker((ctx) => getGroup(ctx, id))).stage, period }
}

describe("A list that says who is a member", () => {
  it("begins a membership without a last day, which taking it back takes away", async () => {
    const id = await brings(
      "Name,Stage,Postcode\nImported Ink,Member,BB7 1AA\nImported Oil,Enquiry,BB7 1AB\n",
    )
    expect(await statusOf("Imported Ink")).toMatchObject({
      stage: "member",
      period: { typeId: free.id, state: "current", startsOn: null, endsOn: null, feePence: null },
    })
    expect((await statusOf("Imported Oil")).period).toBeUndefined()
    await w.asWorker((ctx) => undoImport(ctx, { id }))
    const [left] = await w.system((ctx) =>
      ctx.tx.execute<{ left: number }>(sql`select count(*)::int as left from memberships`),
    )
    expect(left?.left).toBe(0)
  })

  it("needs one answer only for the last day of all of them", async () => {
    await brings("Name,Stage,Postcode\nImported Alpha,Member,BB7 1BA\nImported Beta,Member,BB7 1BB\n")
    await begin((await group("Knows Its End")).id)
    expect((await w.asViewer((ctx) => countMemberships(ctx))).endless).toBe(2)
    const endsOn = daysAfter(TODAY, 90)
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => setLastDay(ctx, { endsOn }))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => setLastDay(ctx, { endsOn }))).toEqual({ groups: 0, endsOn })
    expect(await w.asWorker((ctx) => setLastDay(ctx, { endsOn }))).toEqual({ groups: 2, endsOn })
    expect((await statusOf("Imported Alpha")).period).toMatchObject({ endsOn, state: "current" })
    expect((await statusOf("Knows Its End")).period?.endsOn).not.toBe(endsOn)
  })

  it("leaves a group that has had a membership as its dates say", async () => {
    const { id, name } = await group("Has Had One")
    const { id: period } = await begin(id)
    await w.asWorker((ctx) =>
      endMembership(ctx, { groupId: id, id: period, cancelledOn: TODAY, reason: "Moved" }),
    )
    await brings(`Name,Stage,Phone\n${name},Member,01254 777888\n`)
    expect(await statusOf(name)).toMatchObject({ stage: "not_member", period: { state: "cancelled" } })
    expect((await w.asWorker((ctx) => getGroup(ctx, id))).phone).toBe("01254 777888")
  })

  it("is taken as it was typed where there is no fitting kind", async () => {
    await brings("Name,Stage,Postcode\nImported Ally,Affiliate,BB7 1AC\n")
    expect(await statusOf("Imported Ally")).toMatchObject({ stage: "affiliate", period: undefined })
  })
})

describe("The state of a membership is in sight", () => {
  it("in the list of groups, which it narrows", async () => {
    await begin((await group("Narrow Boats")).id)
    const names = async (query: string) =>
      (await w.asViewer((ctx) => listGroups(ctx, readList(groupList, query)))).rows.map(({ name }) => name)
    expect(await names("membership=current")).toEqual(["Narrow Boats"])
    expect(await names("membership=lapsed")).toEqual([])
    expect(listQuery(groupList, readList(groupList, "membership=current"))).toBe("membership=current")
    expect(await names("membership=paid")).toEqual([])
  })

  it("over the group, in the form of a session, and where groups are looked for", async () => {
    const { id, name } = await group("Paying Players")
    await begin(id, paid.id)
    expect((await w.asViewer((ctx) => getGroupHeader(ctx, id))).membership).toMatchObject({
      state: "current",
      paidOn: null,
    })
    const form = await w.asWorker((ctx) => getNewSession(ctx, { group: id }))
    expect(form.chosen).toMatchObject([
      { hint: expect.stringMatching(/^Current: Paid, until .*, £20 not paid$/) },
    ])
    const [hit] = await w.asWorker((ctx) => findEverywhere(ctx, name, { most: 5 }))
    expect(hit?.hint).toMatch(/^Member · Current: Paid/)
    const without = await group("Without Any")
    const other = await w.asWorker((ctx) => getNewSession(ctx, { group: without.id }))
    expect(other.chosen).toMatchObject([{ hint: "No membership" }])
  })

  it("on the home page of a lead while it ends soon, and of the staff while a request waits", async () => {
    await ends(10)
    expect(await w.asLead((ctx) => getHome(ctx))).toMatchObject({
      renewals: [{ groupId: w.foodbank.id, state: "ending", endsOn: daysAfter(TODAY, 10) }],
    })
    expect(await w.asMember((ctx) => getHome(ctx))).toMatchObject({ renewals: [] })
    expect(await w.asViewer((ctx) => getHome(ctx))).toMatchObject({ answers: { counts: { requests: 0 } } })
  })
})
