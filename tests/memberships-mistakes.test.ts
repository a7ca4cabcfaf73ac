import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, memberships } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { daysAfter } from "@/lib/days"
import { mergeGroups, unmergeGroups } from "@/lib/duplicates/merging/commands"
import { readTwo } from "@/lib/duplicates/queries"
import { NotAllowed } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { periodFrom, runEnds } from "@/lib/membership-status/period"
import { linesOf } from "@/lib/membership-status/queries"
import { lengthInWords, owedInWords, untilInWords } from "@/lib/membership-status/words"
import { beginMany, doForMany } from "@/lib/memberships/bulk/commands"
import {
  beginMembership,
  endMembership,
  payMembership,
  renewMembership,
  takeBackPeriod,
} from "@/lib/memberships/commands"
import { beginManyInput, manyInput } from "@/lib/memberships/input"
import { membershipList } from "@/lib/memberships/list/filters"
import { countMemberships, listMemberships } from "@/lib/memberships/list/queries"
import { getMembership, getMembershipStatus, listPeriods } from "@/lib/memberships/queries"
import { addType } from "@/lib/memberships/types/commands"
import { dayOf } from "@/lib/words"
import { typeOf } from "./support/membership"
import { merge } from "./support/merging"
import { world } from "./support/world"

const w = await world()
const TODAY = dayOf(new Date())
const type = await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
const associate = await w.asManager((ctx) => addType(ctx, typeOf({ name: "Associate", months: "6" })))
let n = 0
/** A group whose membership ends in ten days. */
async function member(endsIn = 10) {
  const group = await w.system((ctx) => make.group(ctx, { name: `Members ${++n}`, stage: "not_member" }))
  const { id } = await w.asWorker((ctx) =>
    beginMembership(ctx, { groupId: group.id, typeId: type.id, startsOn: daysAfter(TODAY, endsIn - 364) }),
  )
  await w.system((ctx) =>
    ctx.tx
      .update(memberships)
      .set({ endsOn: daysAfter(TODAY, endsIn), createdAt: new Date(Date.now() - 90 * 86_400_000) })
      .where(eq(memberships.id, id)),
  )
  return { groupId: group.id, id }
}
const standing = (groupId: string) => w.asWorker((ctx) => getMembershipStatus(ctx, groupId))

describe("A renewal that was a mistake", () => {
  it("is taken back: the group stands where it stood, and can be renewed again", async () => {
    const { groupId } = await member()
    const { id } = await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    expect(await standing(groupId)).toMatchObject({ state: "current" })
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => takeBackPeriod(ctx, { groupId, id }))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => takeBackPeriod(ctx, { groupId, id }))
    expect(await standing(groupId)).toMatchObject({ state: "ending" })
    const again = await w.asWorker((ctx) => renewMembership(ctx, { groupId, typeId: associate.id }))
    await w.asWorker((ctx) => payMembership(ctx, { groupId, id: again.id, paidOn: TODAY })).catch(() => null)
    expect((await w.asWorker((ctx) => listPeriods(ctx, groupId))).map(({ typeName }) => typeName)).toEqual([
      ...["Associate", "Full member"],
    ])
  })

  it("is not taken back once it was paid, or long ago", async () => {
    const { groupId, id } = await member()
    await expect(w.asWorker((ctx) => takeBackPeriod(ctx, { groupId, id }))).rejects.toThrow(
      /more than a month ago/,
    )
    const next = await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    await w.asWorker((ctx) => payMembership(ctx, { groupId, id: next.id, paidOn: TODAY }))
    await expect(w.asWorker((ctx) => takeBackPeriod(ctx, { groupId, id: next.id }))).rejects.toThrow(
      /was paid/,
    )
  })

  it("or is ended before it began: it counts for nothing, and the letter to renew goes as ever", async () => {
    const { groupId } = await member()
    const { id } = await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    await w.asWorker((ctx) => endMembership(ctx, { groupId, id, cancelledOn: TODAY, reason: "A mistake" }))
    expect(await standing(groupId)).toMatchObject({ state: "ending" })
    const { ending } = await w.asWorker((ctx) => countMemberships(ctx))
    expect(ending).toBeGreaterThan(0)
    await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    expect(await standing(groupId)).toMatchObject({ state: "current" })
  })
})

describe("The last day of a group's membership", () => {
  it("is that of its unbroken run, on its page and in lists", async () => {
    const { groupId } = await member()
    const { endsOn } = await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    const now = await standing(groupId)
    expect(now?.runEndsOn).toBe(endsOn)
    expect(untilInWords(now as never)).toContain(String(Number(endsOn?.slice(0, 4))))
    const listed = await w.asWorker((ctx) =>
      listMemberships(ctx, readList(membershipList, { show: "current" })),
    )
    expect(listed.find((row) => row.groupId === groupId)?.runEndsOn).toBe(endsOn)
    expect((await w.system((ctx) => linesOf(ctx, [groupId]))).get(groupId)).toContain(endsOn?.slice(0, 4))
    const day = { cancelledOn: null, graceDays: 30, renewalDays: 30 }
    const [a, b, gap] = [
      { ...day, startsOn: "2026-01-01", endsOn: "2026-12-31" },
      { ...day, startsOn: "2027-01-01", endsOn: "2027-12-31" },
      { ...day, startsOn: "2028-02-01", endsOn: "2028-12-31" },
    ]
    expect(runEnds(a, [a, b, gap])).toBe("2027-12-31")
    expect(runEnds(a, [a, b, { ...b, endsOn: null }])).toBeNull()
  })

  it("of a fixed year rolls over from a day on, and is shown for each kind before pressing", async () => {
    const year = { period: "fixed" as const, months: 12, yearStarts: "04-01", rollsOver: "02-01" }
    expect(periodFrom(year, "2026-04-01").endsOn).toBe("2027-03-31")
    expect(periodFrom(year, "2027-01-31").endsOn).toBe("2027-03-31")
    expect(periodFrom(year, "2027-02-01").endsOn).toBe("2028-03-31")
    expect(periodFrom({ ...year, yearStarts: "01-01", rollsOver: "11-15" }, "2026-11-20").endsOn).toBe(
      "2027-12-31",
    )
    expect(periodFrom({ ...year, yearStarts: "01-01", rollsOver: "11-15" }, "2026-11-14").endsOn).toBe(
      "2026-12-31",
    )
    expect(periodFrom({ ...year, rollsOver: null }, "2027-02-01").endsOn).toBe("2027-03-31")
    expect(lengthInWords(year)).toBe("Each year from 1 April; from 1 February on, the next year is included")
    const kept = typeOf({
      period: "fixed",
      yearDay: "1",
      yearMonth: "4",
      rollDay: "1",
      rollMonth: "2",
    } as never)
    expect(kept).toMatchObject({ yearStarts: "04-01", rollsOver: "02-01" })
    const { groupId } = await member()
    const [full, half] = await w.asWorker(async (ctx) => {
      const { nextAs } = await getMembership(ctx, groupId)
      const [one] = await listPeriods(ctx, groupId)
      return one ? [nextAs(one.type), nextAs({ ...one.type, months: 6 })] : []
    })
    expect(full?.startsOn).toBe(daysAfter(TODAY, 11))
    expect(half && full && (half.endsOn ?? "") < (full.endsOn ?? "")).toBe(true)
  })
})

describe("Many groups at once", () => {
  it("are renewed, begun and paid; where it can't be done the reason is told", async () => {
    const [one, two] = [await member(), await member()]
    await w.asWorker((ctx) => renewMembership(ctx, { groupId: two.groupId }))
    const fresh = await w.system((ctx) => make.group(ctx, { name: `Members ${++n}`, stage: "not_member" }))
    const both = [one.groupId, two.groupId]
    const renewed = await w.asWorker((ctx) =>
      doForMany(ctx, manyInput.parse({ groups: [...both, fresh.id], what: "renew" })),
    )
    expect(renewed.done).toHaveLength(1)
    expect(renewed.left.map(({ because }) => because).sort()).toEqual([
      expect.stringMatching(/renewed already/),
      expect.stringMatching(/never had a membership/),
    ])
    const paid = await w.asWorker((ctx) =>
      doForMany(ctx, manyInput.parse({ groups: both, what: "paid", paidOn: TODAY })),
    )
    expect(paid).toMatchObject({ done: [{}, {}], left: [] })
    expect((await w.asWorker((ctx) => listPeriods(ctx, one.groupId)))[0]).toMatchObject({ paidOn: TODAY })
    expect(
      (await w.asWorker((ctx) => listMemberships(ctx, readList(membershipList, { show: "none" })))).map(
        ({ groupId }) => groupId,
      ),
    ).toContain(fresh.id)
    const begun = await w.asWorker((ctx) =>
      beginMany(ctx, beginManyInput.parse({ groups: fresh.id, typeId: type.id, startsOn: TODAY })),
    )
    expect(begun).toMatchObject({ done: [{ groupId: fresh.id, startsOn: null }], left: [] })
    expect(await standing(fresh.id)).toMatchObject({ state: "current" })
    const later = await w.system((ctx) => make.group(ctx, { name: `Members ${++n}`, stage: "not_member" }))
    const day = daysAfter(TODAY, 40)
    const before = (await w.asWorker(countMemberships)).unpaid
    const toBegin = await w.asWorker((ctx) =>
      beginMany(ctx, beginManyInput.parse({ groups: later.id, typeId: type.id, startsOn: day })),
    )
    expect(toBegin.done).toEqual([{ groupId: later.id, group: later.name, startsOn: day }])
    expect((await w.asWorker(countMemberships)).unpaid).toBe(before + 1)
    await expect(
      w.asViewer((ctx) => doForMany(ctx, { groups: both, what: "renew", paidOn: null })),
    ).rejects.toThrow(NotAllowed)
    expect(manyInput.safeParse({ groups: [], what: "renew" }).success).toBe(false)
  })
})

/** Where each period of a group stands, by its id. */
const statesOf = async (groupId: string) =>
  Object.fromEntries(
    (await w.asWorker((ctx) => listPeriods(ctx, groupId))).map(({ id, state }) => [id, state]),
  )
const setDates = (id: string, startsOn: string, endsOn: string) =>
  w.system((ctx) => ctx.tx.update(memberships).set({ startsOn, endsOn }).where(eq(memberships.id, id)))
/** Merges two groups as they stand now; gives the merge. */
const merged = async (keptId: string, goneId: string) =>
  (await w.asWorker((ctx) => merge(ctx, keptId, goneId))).id

describe("A group that owes for several periods", () => {
  it("is shown with what it owes before anyone presses; the latest fee or all of it is paid, as staff choose", async () => {
    const [one, two] = [await member(), await member()]
    const owing = async (groupId: string) =>
      [
        ...(await w.asWorker((ctx) => listMemberships(ctx, readList(membershipList, { show: "ending" })))),
        ...(await w.asWorker((ctx) => listMemberships(ctx, readList(membershipList, { show: "current" })))),
      ].find((row) => row.groupId === groupId)?.owed ?? []
    for (const { groupId } of [one, two]) await w.asWorker((ctx) => renewMembership(ctx, { groupId }))
    expect(owedInWords(await owing(one.groupId))).toMatch(/^owes £40 for 2 periods; the latest is .*, £20$/)
    const pay = (groupId: string, what: string) =>
      w.asWorker((ctx) => doForMany(ctx, manyInput.parse({ groups: groupId, what, paidOn: TODAY })))
    const [latest, all] = [await pay(one.groupId, "paid"), await pay(two.groupId, "paidAll")]
    expect(latest.paid).toMatchObject([{ groupId: one.groupId, feePence: 2000 }])
    expect(all.paid.map(({ feePence }) => feePence)).toEqual([2000, 2000])
    expect(owedInWords(await owing(one.groupId))).toMatch(/^owes £20 for /)
    expect(owedInWords(await owing(two.groupId))).toBe("owes nothing")
    expect((await pay(two.groupId, "paidAll")).left).toMatchObject([{ because: "Nothing is owed." }])
    expect(manyInput.safeParse({ groups: one.groupId, what: "paidAll" }).success).toBe(false)
  })
})

describe("Two groups that are members at once", () => {
  it("are named before they are merged: the paid one counts, the other does not, and undoing brings it back", async () => {
    const [one, two] = [await member(), await member()]
    await w.asWorker((ctx) => payMembership(ctx, { groupId: two.groupId, id: two.id, paidOn: TODAY }))
    const { kept, gone, overlaps } = await w.asWorker((ctx) => readTwo(ctx, one.groupId, two.groupId))
    expect(overlaps).toMatchObject([{ counts: { id: two.id }, ends: { id: one.id } }])
    const { id } = await w.asWorker((ctx) =>
      mergeGroups(ctx, {
        ...{ keptId: one.groupId, goneId: two.groupId, take: {} },
        ...{ keptVersion: kept.group.version, goneVersion: gone.group.version },
      }),
    )
    expect(await standing(one.groupId)).toMatchObject({ id: two.id, paidOn: TODAY })
    expect(await statesOf(one.groupId)).toEqual({ [one.id]: "cancelled", [two.id]: "ending" })
    const unpaid = await w.asWorker((ctx) =>
      listMemberships(ctx, readList(membershipList, { show: "unpaid" })),
    )
    expect(unpaid.some(({ groupId }) => groupId === one.groupId)).toBe(false)
    await w.asWorker((ctx) => unmergeGroups(ctx, { id }))
    expect(await standing(one.groupId)).toMatchObject({ id: one.id })
    expect(
      await w.system((ctx) => ctx.tx.select().from(groups).where(sql`id = ${two.groupId}`)),
    ).toMatchObject([{ removedAt: null }])
  })
  it("that follow on each other both go on counting, and a membership that runs outlives a paid one that lapsed", async () => {
    const [one, two, three] = [await member(), await member(-200), await member(-300)]
    await setDates(two.id, daysAfter(TODAY, -600), daysAfter(TODAY, -360))
    await w.asWorker((ctx) => payMembership(ctx, { groupId: three.groupId, id: three.id, paidOn: TODAY }))
    await merged(one.groupId, two.groupId)
    await merged(one.groupId, three.groupId)
    expect(await statesOf(one.groupId)).toEqual({
      [one.id]: "ending",
      [two.id]: "lapsed",
      [three.id]: "cancelled",
    })
  })

  it("count once whichever of two merges is undone first", async () => {
    const [one, two, three] = [await member(), await member(), await member()]
    await w.asWorker((ctx) => payMembership(ctx, { groupId: two.groupId, id: two.id, paidOn: TODAY }))
    const [first, second] = [await merged(one.groupId, two.groupId), await merged(one.groupId, three.groupId)]
    expect(await statesOf(one.groupId)).toEqual({
      [one.id]: "cancelled",
      [two.id]: "ending",
      [three.id]: "cancelled",
    })
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: first }))
    expect(await statesOf(two.groupId)).toEqual({ [two.id]: "ending" })
    expect(await statesOf(one.groupId)).toEqual({ [one.id]: "ending", [three.id]: "cancelled" })
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: second }))
    expect(await statesOf(one.groupId)).toEqual({ [one.id]: "ending" })
    expect(await statesOf(three.groupId)).toEqual({ [three.id]: "ending" })
  })
})
