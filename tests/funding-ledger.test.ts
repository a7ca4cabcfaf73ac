import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { yearBegan } from "@/lib/days"
import { unmergeGroups } from "@/lib/duplicates/merging/commands"
import { changeBid } from "@/lib/funding/bids/commands"
import { changeBidInput } from "@/lib/funding/bids/input"
import { sendBid } from "@/lib/funding/bids/steps/commands"
import { bidsAsTable } from "@/lib/funding/list/export/queries"
import { fundingList } from "@/lib/funding/list/filters"
import { countPipeline } from "@/lib/funding/list/queries"
import { openSearch } from "@/lib/funding/searches/commands"
import { openSearchInput } from "@/lib/funding/searches/input"
import { listSearches } from "@/lib/funding/searches/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { getBeside } from "@/lib/groups/rail/queries"
import { readList } from "@/lib/lists/input"
import { finishTask } from "@/lib/tasks/commands"
import { bidding } from "./support/bids"
import { merge } from "./support/merging"
import { world } from "./support/world"

const w = await world()
const { add, bid, day, decide, listed, said, taskOf, undo } = await bidding(w)

describe("The task of a deadline", () => {
  it("comes with the deadline, moves with it, and goes when the bid is sent", async () => {
    const { id } = await add({ title: "Lights", deadlineOn: day(14) })
    expect(await taskOf(id)).toEqual({
      ...{ what: `Send the bid to Valley Fund: Lights (/funding/${id})`, due: day(14) },
      ...{ dropped: false, done: false },
    })
    const change = (over: Record<string, unknown>) =>
      w.asWorker((ctx) => changeBid(ctx, changeBidInput.parse({ id, ...said({ title: "Lights" }), ...over })))
    await change({ deadlineOn: day(21), title: "Better lights" })
    expect(await taskOf(id)).toMatchObject({
      ...{ due: day(21), what: expect.stringContaining("Better lights") },
    })
    const sent = await w.asWorker((ctx) => sendBid(ctx, { id, on: null, decisionDueOn: null }))
    expect(await taskOf(id)).toMatchObject({ dropped: true })
    await undo("bid-change", sent.change)
    expect(await taskOf(id)).toMatchObject({ dropped: false, due: day(21) })
    await change({ deadlineOn: "" })
    expect(await taskOf(id)).toMatchObject({ dropped: true })
  })

  it("comes with a deadline that is said later, and stays done when somebody has done it", async () => {
    const { id } = await add({ title: "Later" })
    expect(await taskOf(id)).toBeUndefined()
    const change = (deadlineOn: string) =>
      w.asWorker((ctx) =>
        changeBid(ctx, changeBidInput.parse({ id, ...said({ title: "Later" }), deadlineOn })),
      )
    await change(day(3))
    expect(await taskOf(id)).toMatchObject({ due: day(3) })
    const { taskId } = await bid(id)
    await w.asWorker((ctx) => finishTask(ctx, { id: taskId ?? "" }))
    await change(day(9))
    expect(await taskOf(id)).toMatchObject({ done: true, due: day(3) })
  })
})

describe("The ledger", () => {
  it("finds bids by status, funder, our part, proof, days and words", async () => {
    const { id } = await add({ title: "Findable piano", newFunder: "Music Trust" })
    await decide(id, { on: day(-5), proof: "letter", share: "led" })
    const { funderId } = await bid(id)
    for (const query of [
      "state=won",
      `funder=${funderId}`,
      "share=led",
      "proof=letter",
      `from=${day(-6)}&to=${day(-4)}`,
      "q=piano",
    ])
      expect(await listed(query), query).toContain("Findable piano")
    for (const query of [
      "state=sent",
      "share=signposted",
      "proof=matched",
      `from=${day(-4)}`,
      "state=nonsense",
    ])
      expect(await listed(query), query).not.toContain("Findable piano")
    const table = await w.asViewer((ctx) => bidsAsTable(ctx, readList(fundingList, "q=piano")))
    expect([...(table.pieces as unknown[][][])][0]?.[0]).toEqual(
      expect.arrayContaining(["Findable piano", "Music Trust", "Won", 12_500, 10_000, "We led it"]),
    )
    const pipeline = await w.asViewer(countPipeline)
    expect(pipeline.find(({ state }) => state === "won")?.bids).toBeGreaterThan(0)
  })

  it("adds up what was secured with our help in a period: by the award, led or helped, joint bids once", async () => {
    const [from, to] = ["2019-04-01", "2020-03-31"]
    const secured = () => w.asViewer((ctx) => countSecured(ctx, { from, to }))
    expect(await secured()).toMatchObject({ ours: { bids: 0, sum: 0 }, signposted: { bids: 0, sum: 0 } })
    const award = async (on: string, share: string, proof: string, awarded: string, groupIds?: string[]) => {
      const { id } = await add({ title: `${share} ${proof} ${on}`, ...(groupIds ? { groupIds } : {}) })
      await decide(id, { on, share, proof, awarded })
      return id
    }
    await award(from, "led", "letter", "1000", [w.choir.id, w.loner.id, w.foodbank.id])
    await award(to, "helped", "reported", "500.50")
    await award("2019-06-01", "signposted", "letter", "70")
    await award("2019-06-01", "none", "letter", "8000")
    await award("2020-04-01", "led", "letter", "90000")
    await award("2019-03-31", "led", "letter", "90000")
    expect(await secured()).toEqual({
      ...{ from, to, ours: { bids: 2, sum: 150_050 }, proven: { bids: 1, sum: 100_000 } },
      ...{ signposted: { bids: 1, sum: 7000 }, none: { bids: 1, sum: 800_000 } },
    })
    const rows = await listed(`state=won&share=led&share=helped&from=${from}&to=${to}`)
    expect(rows).toHaveLength(2)
    expect([yearBegan("2026-03-31"), yearBegan("2026-04-01"), yearBegan("2026-12-31")]).toEqual([
      "2025-04-01",
      "2026-04-01",
      "2026-04-01",
    ])
  })
})

describe("The bids of two groups that are one", () => {
  it("go over to the one that is kept, with what they look for, and come back when that is undone", async () => {
    const [kept, gone] = await w.system((ctx) =>
      Promise.all(["Hall Friends", "Friends of the Hall"].map((name) => make.group(ctx, { name }))),
    )
    const [one, other] = [kept?.id ?? "", gone?.id ?? ""]
    const own = await add({ title: "A roof", groupIds: [other] })
    const both = await add({ title: "A boiler", groupIds: [one, other] })
    await w.asWorker((ctx) => openSearch(ctx, openSearchInput.parse({ groupIds: [other], what: "Chairs" })))
    const merged = await w.asWorker((ctx) => merge(ctx, one, other))
    expect((await bid(own.id)).group).toBe("Hall Friends")
    expect(await bid(both.id)).toMatchObject({ group: "Hall Friends", partners: [] })
    expect((await listed(`group=${one}`)).sort()).toEqual(["A boiler", "A roof"])
    const looking = await w.asViewer((ctx) => listSearches(ctx, { closed: false }))
    expect(looking.find(({ what }) => what === "Chairs")?.group).toBe("Hall Friends")
    await w.asWorker((ctx) => unmergeGroups(ctx, { id: merged.id }))
    expect((await bid(own.id)).group).toBe("Friends of the Hall")
    expect((await bid(both.id)).partners).toMatchObject([{ name: "Friends of the Hall" }])
  })
})

describe("The page of a group", () => {
  it("shows its open bids, the nearest date first, and what it looks for, to staff", async () => {
    const group = await w.system((ctx) => make.group(ctx, { name: "Rail Group" }))
    const groupIds = [group.id]
    await add({ title: "Far", deadlineOn: day(90), groupIds })
    await add({ title: "Near", deadlineOn: day(9), groupIds: [w.choir.id, group.id] })
    const won = await add({ title: "Over", groupIds })
    await decide(won.id)
    await w.asWorker((ctx) => openSearch(ctx, openSearchInput.parse({ groupIds, what: "Tents" })))
    const beside = await w.asViewer((ctx) => getBeside(ctx, group.id))
    expect(beside?.bids.map(({ title, day: on }) => [title, on])).toEqual([
      ["Near", day(9)],
      ["Far", day(90)],
    ])
    expect(beside).toMatchObject({ allBids: 3, seeks: [{ what: "Tents" }] })
  })
})
