import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { getGroup } from "@/lib/groups/queries"
import { readList } from "@/lib/lists/input"
import { linesOf } from "@/lib/membership-status/queries"
import { lineOf, narrowLineOf } from "@/lib/membership-status/words"
import { beginMany, doForMany } from "@/lib/memberships/bulk/commands"
import { beginMembership, endMembership, payMembership, renewMembership } from "@/lib/memberships/commands"
import { beginManyInput, manyInput } from "@/lib/memberships/input"
import { membershipList } from "@/lib/memberships/list/filters"
import { listMemberships, listOwed } from "@/lib/memberships/list/queries"
import { getMembership, listPeriods } from "@/lib/memberships/queries"
import { addType } from "@/lib/memberships/types/commands"
import { undoAct } from "@/lib/undo/commands"
import { dayOf, formatDate, formatShortDate } from "@/lib/words"
import { typeOf } from "./support/membership"
import { world } from "./support/world"

const w = await world()
const TODAY = dayOf(new Date())
const type = await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))

describe("What was done to many groups", () => {
  it("is undone with one press: begun, renewed or paid; what was changed since stays", async () => {
    const undo = (id: string | null) => w.asWorker((ctx) => undoAct(ctx, { what: "acts", id: id ?? "" }))
    const fresh = await Promise.all(
      [1, 2].map((at) => w.system((ctx) => make.group(ctx, { name: `Undone ${at}`, stage: "enquiry" }))),
    )
    const groups = fresh.map(({ id }) => id)
    const periods = async () =>
      (await Promise.all(groups.map((id) => w.asWorker((ctx) => listPeriods(ctx, id))))).map(
        (all) => all.length,
      )
    const begin = () =>
      w.asWorker((ctx) => beginMany(ctx, beginManyInput.parse({ groups, typeId: type.id, startsOn: TODAY })))
    const begun = await begin()
    expect(await periods()).toEqual([1, 1])
    for (const stranger of [w.asViewer, w.asLead, w.asOtherManager])
      await expect(stranger((ctx) => undoAct(ctx, { what: "acts", id: begun.undo ?? "" }))).rejects.toThrow()
    expect(await undo(begun.undo)).toMatchObject({ path: "groups", kind: "done" })
    expect(await periods()).toEqual([0, 0])
    expect(await w.asWorker((ctx) => getGroup(ctx, groups[0] ?? ""))).toMatchObject({
      ...{ stage: "enquiry", joinedOn: null },
    })
    await expect(undo(begun.undo)).rejects.toThrow(/undone already/)

    await begin()
    const renewed = await w.asWorker((ctx) => doForMany(ctx, manyInput.parse({ groups, what: "renew" })))
    expect(await periods()).toEqual([2, 2])
    const [last] = await w.asWorker((ctx) => listPeriods(ctx, groups[0] ?? ""))
    await w.asWorker((ctx) =>
      payMembership(ctx, { groupId: groups[0] ?? "", id: last?.id ?? "", paidOn: TODAY }),
    )
    expect((await undo(renewed.undo)).text).toMatch(/^Undone for 1 of 2\./)
    expect(await periods()).toEqual([2, 1])

    const pay = { groups, what: "paidAll", paidOn: TODAY }
    const paid = await w.asWorker((ctx) => doForMany(ctx, manyInput.parse(pay)))
    const owed = async () => [...(await w.asWorker((ctx) => listOwed(ctx, groups))).values()].flat().length
    expect(await owed()).toBe(0)
    await undo(paid.undo)
    expect(await owed()).toBe(2)
  })
})

describe("A membership that was paid and then renewed", () => {
  it("is paid to the end of what was paid for, until the next fee is paid, too", async () => {
    const { id: groupId } = await w.system((ctx) => make.group(ctx, { name: "Paid Ahead", stage: "enquiry" }))
    const pay = (id: string) => w.asWorker((ctx) => payMembership(ctx, { groupId, id, paidOn: TODAY }))
    const said = () => w.asWorker(async (ctx) => (await linesOf(ctx, [groupId], narrowLineOf)).get(groupId))
    const unpaid = async () =>
      (await w.asWorker((ctx) => listMemberships(ctx, readList(membershipList, { show: "unpaid" })))).map(
        ({ group }) => group,
      )
    const first = await w.asWorker((ctx) =>
      beginMembership(ctx, { groupId, typeId: type.id, startsOn: TODAY }),
    )
    await pay(first.id)
    const next = await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    expect(await said()).toBe(`Paid to ${formatShortDate(first.endsOn ?? "")}`)
    const [inFull] = (await w.asWorker((ctx) => linesOf(ctx, [groupId]))).values()
    expect(inFull).toContain(
      `until ${formatDate(next.endsOn ?? "")}, paid to ${formatDate(first.endsOn ?? "")}`,
    )
    const { standing } = await w.asWorker((ctx) => getMembership(ctx, groupId))
    expect(standing && lineOf(standing), "the same on its own page").toBe(inFull)
    expect(await unpaid()).toContain("Paid Ahead")
    await pay(next.id)
    expect(await unpaid()).not.toContain("Paid Ahead")
    expect(await said()).toBe(`Paid to ${formatShortDate(next.endsOn ?? "")}`)
  })

  it("owes nothing for a period that ended before it began", async () => {
    const { id: groupId } = await w.system((ctx) => make.group(ctx, { name: "Not Ahead", stage: "enquiry" }))
    const first = await w.asWorker((ctx) =>
      beginMembership(ctx, { groupId, typeId: type.id, startsOn: TODAY }),
    )
    await w.asWorker((ctx) => payMembership(ctx, { groupId, id: first.id, paidOn: TODAY }))
    const { id } = await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    await w.asWorker((ctx) => endMembership(ctx, { groupId, id, cancelledOn: TODAY, reason: "A mistake" }))
    const [line] = (await w.asWorker((ctx) => linesOf(ctx, [groupId]))).values()
    const { standing } = await w.asWorker((ctx) => getMembership(ctx, groupId))
    expect(line).toMatch(/paid on/)
    expect(standing && lineOf(standing)).toBe(line)
    expect(await w.asWorker((ctx) => listOwed(ctx, [groupId]))).toEqual(new Map())
  })
})
