import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addGroup, changeGroup, closeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { readList } from "@/lib/lists/input"
import { listMembershipStatuses } from "@/lib/membership-status/queries"
import {
  addChase,
  beginMembership,
  changeMembership,
  endMembership,
  payMembership,
  renewMembership,
} from "@/lib/memberships/commands"
import { changeInput } from "@/lib/memberships/input"
import { membershipList } from "@/lib/memberships/list/filters"
import { countMemberships, listMemberships } from "@/lib/memberships/list/queries"
import { getMembership } from "@/lib/memberships/queries"
import { tendMemberships } from "@/lib/memberships/renewal/commands"
import { addType, changeType, retireType } from "@/lib/memberships/types/commands"
import { typeInput } from "@/lib/memberships/types/input"
import { listOpenTypes, listTypes } from "@/lib/memberships/types/queries"
import { FORM, TODAY, typeOf } from "./support/membership"
import { world } from "./support/world"

const w = await world()

describe("The kinds of membership", () => {
  it.each([
    ["20", 2000],
    ["£20.50", 2050],
    ["1,250", 125000],
    ["0", null],
    ["", null],
  ])("take a fee typed as “%s”", (fee, feePence) => expect(typeOf({ fee }).feePence).toBe(feePence))

  it.each([
    [{ fee: "twenty" }, "fee"],
    [{ name: " " }, "name"],
    [{ months: "" }, "months"],
    [{ period: "fixed", yearDay: "29", yearMonth: "2" }, "yearDay"],
    [{ period: "fixed" }, "yearDay"],
    [{ graceDays: "400" }, "graceDays"],
    [{ fee: "20", renewsAtOnce: "yes" }, "renewsAtOnce"],
  ])("refuse %o, at %s", (over, field) => {
    const refused = typeInput.safeParse({ ...FORM, ...over })
    expect(refused.error?.issues.map(({ path }) => path[0])).toContain(field)
  })

  it("are the managers’ to say", async () => {
    const { id } = await w.asManager((ctx) => addType(ctx, typeOf({ name: "Kept" })))
    for (const as of [w.asWorker, w.asViewer, w.asLead]) {
      await expect(as((ctx) => addType(ctx, typeOf()))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => changeType(ctx, { id, ...typeOf() }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => retireType(ctx, { id }))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => retireType(ctx, { id }))).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => listTypes(ctx))).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => retireType(ctx, { id }))
    expect((await w.asPublic((ctx) => listOpenTypes(ctx))).map(({ name }) => name)).not.toContain("Kept")
    expect(await w.asOtherManager((ctx) => listTypes(ctx))).toEqual([])
  })
})

const inLio = (at: string) => new Date(`${at}T10:00:00Z`)
const on = <T>(at: string, work: (ctx: Ctx) => Promise<T>) => w.system(work, "ribble", inLio(at))
const stageOf = (id: string) => w.asWorker(async (ctx) => (await getGroup(ctx, id)).stage)
const group = (name: string) => w.system((ctx) => make.group(ctx, { name, stage: "enquiry" }))
const type = (over: Parameters<typeof typeOf>[0] = {}) => w.asManager((ctx) => addType(ctx, typeOf(over)))

describe("A group’s membership", () => {
  it("begins, is renewed on time, runs out and makes the stage follow", async () => {
    const { id: typeId } = await type({ fee: "15" })
    const { id: groupId } = await group("Gisburn Gardeners")
    const begun = await on("2026-01-10", (ctx) =>
      beginMembership(ctx, { groupId, typeId, startsOn: "2026-01-10" }),
    )
    expect(begun.endsOn).toBe("2027-01-09")
    expect(await stageOf(groupId)).toBe("member")
    expect((await w.asWorker((ctx) => getGroup(ctx, groupId))).joinedOn).toBe("2026-01-10")
    await expect(
      on("2026-02-01", (ctx) => beginMembership(ctx, { groupId, typeId, startsOn: "2026-02-01" })),
    ).rejects.toThrow("has a membership already")
    const renewed = await on("2027-02-01", (ctx) => renewMembership(ctx, { groupId }))
    expect(renewed.endsOn).toBe("2028-01-09")
    await expect(on("2027-01-05", (ctx) => renewMembership(ctx, { groupId }))).rejects.toThrow(
      "renewed already",
    )
    const { periods, standing } = await on("2027-02-01", (ctx) => getMembership(ctx, groupId))
    expect(periods.map(({ startsOn }) => startsOn)).toEqual(["2027-01-10", "2026-01-10"])
    expect(standing).toMatchObject({ state: "current", feePence: 1500, paidOn: null })
    await tendMemberships("ribble", inLio("2028-02-08"))
    expect(await stageOf(groupId)).toBe("member")
    await tendMemberships("ribble", inLio("2028-02-09"))
    expect(await stageOf(groupId)).toBe("not_member")
    const late = await on("2028-06-01", (ctx) => renewMembership(ctx, { groupId }))
    expect(late.endsOn).toBe("2029-05-31")
    expect(await stageOf(groupId)).toBe("member")
  })

  it("makes an affiliate, is paid, put right and ended with a reason", async () => {
    const { id: typeId } = await type({ standing: "affiliate", fee: "20" })
    const { id: groupId } = await group("Hodder Hikers")
    const { id } = await on("2026-05-01", (ctx) =>
      beginMembership(ctx, { groupId, typeId, startsOn: "2026-05-01" }),
    )
    expect(await stageOf(groupId)).toBe("affiliate")
    const pay = (paidOn: string) => on("2026-05-10", (ctx) => payMembership(ctx, { groupId, id, paidOn }))
    await expect(pay("2026-05-11")).rejects.toThrow("not come yet")
    await pay("2026-05-09")
    await expect(pay("2026-05-10")).rejects.toThrow("paid on 9 May 2026 already")
    const bad = changeInput.safeParse({
      groupId,
      id,
      startsOn: "2026-05-01",
      endsOn: "2026-04-01",
      fee: "20",
    })
    expect(bad.error?.issues[0]?.path).toEqual(["endsOn"])
    await on("2026-05-10", (ctx) =>
      changeMembership(ctx, {
        groupId,
        id,
        startsOn: "2026-05-01",
        endsOn: null,
        feePence: 2000,
        paidOn: "2026-05-09",
      }),
    )
    await expect(on("2026-06-01", (ctx) => renewMembership(ctx, { groupId }))).rejects.toThrow("no last day")
    const end = (cancelledOn: string) =>
      on("2026-06-01", (ctx) => endMembership(ctx, { groupId, id, cancelledOn, reason: "They merged" }))
    await expect(end("2026-04-30")).rejects.toThrow("before it began")
    await end("2026-06-01")
    expect(await stageOf(groupId)).toBe("not_member")
    const { standing } = await on("2026-06-01", (ctx) => getMembership(ctx, groupId))
    expect(standing).toMatchObject({ state: "cancelled", cancelledReason: "They merged" })
  })

  it("is not for a closed group, a viewer, a member or another LIO", async () => {
    const { id: typeId } = await type()
    const begin = { groupId: w.foodbank.id, typeId, startsOn: TODAY }
    for (const as of [w.asViewer, w.asLead, w.asMember])
      await expect(as((ctx) => beginMembership(ctx, begin))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => beginMembership(ctx, begin))).rejects.toThrow(NotFound)
    const { id } = await w.asWorker((ctx) => beginMembership(ctx, begin))
    const ids = { groupId: w.foodbank.id, id }
    const tries: ((ctx: Ctx) => Promise<unknown>)[] = [
      (ctx) => renewMembership(ctx, ids),
      (ctx) => payMembership(ctx, { ...ids, paidOn: TODAY }),
      (ctx) => changeMembership(ctx, { ...ids, startsOn: null, endsOn: null, feePence: null, paidOn: null }),
      (ctx) => endMembership(ctx, { ...ids, cancelledOn: TODAY, reason: "No" }),
      (ctx) => addChase(ctx, { groupId: w.foodbank.id, how: "phone", note: null }),
    ]
    for (const attempt of tries) {
      await expect(w.asViewer(attempt)).rejects.toThrow(NotAllowed)
      await expect(w.asLead(attempt)).rejects.toThrow(NotAllowed)
      await expect(w.asOtherManager(attempt)).rejects.toThrow(NotFound)
    }
    await expect(w.asOutsider((ctx) => getMembership(ctx, w.foodbank.id))).rejects.toThrow(NotFound)
    await expect(
      w.asLead((ctx) => listMemberships(ctx, readList(membershipList, { show: "current" }))),
    ).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => addChase(ctx, { groupId: w.foodbank.id, how: "phone", note: "Rang Leila" }))
    expect((await w.asLead((ctx) => getMembership(ctx, w.foodbank.id))).chases).toEqual([])
    expect((await w.asViewer((ctx) => getMembership(ctx, w.foodbank.id))).chases).toMatchObject([
      { how: "phone", note: "Rang Leila", by: "Wendy Worker" },
    ])
    const shut = await group("Shut Shop")
    await w.asWorker((ctx) => closeGroup(ctx, { id: shut.id, closedOn: TODAY, closedReason: "Moved" }))
    await expect(w.asWorker((ctx) => beginMembership(ctx, { ...begin, groupId: shut.id }))).rejects.toThrow(
      "has closed",
    )
  })

  it("is the only way to become a member once there are kinds of membership", async () => {
    await type()
    const { id } = await group("Typed Trust")
    await expect(w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, stage: "member" }))).rejects.toThrow(
      "follows from its membership",
    )
    await expect(w.asWorker((ctx) => addGroup(ctx, { name: "New one", stage: "affiliate" }))).rejects.toThrow(
      RuleBroken,
    )
    await expect(
      w.asWorker((ctx) => changeGroup(ctx, w.foodbank.id, { version: 1, stage: "forming" })),
    ).rejects.toThrow("End it first")
    await w.asOtherManager((ctx) => addGroup(ctx, { name: "No kinds here", stage: "member" }))
  })

  it("is in the list of its state, and counted there", async () => {
    const before = await w.asViewer((ctx) => countMemberships(ctx))
    const { id: typeId } = await type({ fee: "5" })
    const { id: groupId, name } = await group("Listed Ladies")
    await w.asWorker((ctx) => beginMembership(ctx, { groupId, typeId, startsOn: TODAY }))
    const after = await w.asViewer((ctx) => countMemberships(ctx))
    expect([after.current - before.current, after.unpaid - before.unpaid]).toEqual([1, 1])
    const unpaid = await w.asViewer((ctx) =>
      listMemberships(ctx, readList(membershipList, { show: "unpaid" })),
    )
    expect(unpaid.map((row) => row.group)).toContain(name)
    const [line] = await w.asViewer((ctx) => listMembershipStatuses(ctx, [groupId]))
    expect(line).toMatchObject({ state: "current", feePence: 500, paidOn: null })
  })
})
