import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addBid, changeBid } from "@/lib/funding/bids/commands"
import { addBidInput, changeBidInput, decideBidInput } from "@/lib/funding/bids/input"
import { getBid } from "@/lib/funding/bids/queries"
import { payBid, prepareBid, reopenBid, sendBid, withdrawBid } from "@/lib/funding/bids/steps/commands"
import { fundingList } from "@/lib/funding/list/filters"
import { countBids, listBids } from "@/lib/funding/list/queries"
import { readList } from "@/lib/lists/input"
import { bidding } from "./support/bids"
import { world } from "./support/world"

const w = await world()
const { add, bid, day, decide, listed, said, taskOf, today, undo } = await bidding(w)

describe("A bid", () => {
  it("is noted in seconds, with its sum as people type it and its funder by name", async () => {
    const { id } = await add({ deadlineOn: day(14) })
    expect(await bid(id)).toMatchObject({
      ...{ title: "A freezer", group: "Clitheroe Food Bank", funder: "Valley Fund", state: "looking" },
      ...{ asked: 1_250_000, awarded: null, share: null, addedBy: "Wendy Worker" },
    })
    const again = await add({ newFunder: "The valley fund", title: "A kettle" })
    expect((await bid(again.id)).funderId).toBe((await bid(id)).funderId)
    for (const [typed, pence] of [
      ["12.5k", 1_250_000],
      ["1,234.56", 123_456],
      ["£ 500", 50_000],
      ["", null],
    ])
      expect(addBidInput.parse(said({ asked: typed })).asked).toBe(pence)
    for (const wrong of ["lots", "-5", "12,50", "5–10"])
      expect(addBidInput.safeParse(said({ asked: wrong })).success, wrong).toBe(false)
  })

  it("needs a funder, one and not two", async () => {
    await expect(add({ newFunder: "" })).rejects.toThrow("Choose the funder, or enter its name")
    const { id } = await add({ title: "Two funders" })
    const { funderId } = await bid(id)
    await expect(add({ funderId, newFunder: "Another" })).rejects.toThrow(/not both/)
  })

  it("goes from looking to won, each step dated, and shows where it stands", async () => {
    const { id } = await add({ title: "From start to end" })
    await w.asWorker((ctx) => prepareBid(ctx, { id }))
    expect(await bid(id)).toMatchObject({ state: "preparing", preparingOn: today })
    await expect(w.asWorker((ctx) => prepareBid(ctx, { id }))).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => sendBid(ctx, { id, on: day(-40), decisionDueOn: day(-2) }))
    expect(await bid(id)).toMatchObject({ state: "due", sentOn: day(-40) })
    await expect(w.asWorker((ctx) => sendBid(ctx, { id, on: null, decisionDueOn: null }))).rejects.toThrow(
      RuleBroken,
    )
    await expect(decide(id, { on: day(-41) })).rejects.toThrow(/before the bid was sent/)
    await decide(id, { on: day(-1) })
    expect(await bid(id)).toMatchObject({
      ...{ state: "won", awarded: 1_000_000, decidedOn: day(-1), share: "helped", proof: "reported" },
    })
    await w.asWorker((ctx) => payBid(ctx, { id, paid: 400_000 }))
    await expect(w.asWorker((ctx) => payBid(ctx, { id, paid: 1_000_001 }))).rejects.toThrow(
      /more than was awarded/,
    )
    const { paid, history } = await bid(id)
    expect(paid).toBe(400_000)
    expect(history.map(({ what }) => what)).toEqual([
      "bid.added",
      "bid.prepared",
      "bid.sent",
      "bid.won",
      "bid.paid",
    ])
  })

  it("is won only with a sum, how we know and our part in it; on a day that has been", async () => {
    for (const left of ["awarded", "share", "proof"])
      expect(
        decideBidInput.safeParse({
          ...{ id: w.foodbank.id, outcome: "won", awarded: "5", share: "led", proof: "letter" },
          [left]: "",
        }).success,
        left,
      ).toBe(false)
    const { id } = await add({ title: "Tomorrow" })
    await expect(decide(id, { on: day(1) })).rejects.toThrow(/still to come/)
    await expect(w.asWorker((ctx) => sendBid(ctx, { id, on: day(1), decisionDueOn: null }))).rejects.toThrow(
      /still to come/,
    )
    await expect(
      w.asWorker((ctx) => sendBid(ctx, { id, on: today, decisionDueOn: day(-1) })),
    ).rejects.toThrow(/can’t be due before/)
    await expect(w.asWorker((ctx) => payBid(ctx, { id, paid: 1 }))).rejects.toThrow(
      /Nothing has been awarded/,
    )
  })

  it("may be turned down, withdrawn and opened again", async () => {
    const { id } = await add({ title: "Turned down" })
    await decide(id, { outcome: "refused", awarded: "", share: "", proof: "" })
    expect(await bid(id)).toMatchObject({ state: "refused", awarded: null })
    await w.asWorker((ctx) => reopenBid(ctx, { id }))
    await expect(w.asWorker((ctx) => reopenBid(ctx, { id }))).rejects.toThrow(/open already/)
    await w.asWorker((ctx) => withdrawBid(ctx, { id, on: null }))
    expect(await bid(id)).toMatchObject({ state: "withdrawn", withdrawnOn: today })
    for (const act of [
      () => decide(id),
      () => w.asWorker((ctx) => withdrawBid(ctx, { id, on: null })),
      () => w.asWorker((ctx) => prepareBid(ctx, { id })),
    ])
      await expect(act()).rejects.toThrow(/withdrawn/)
  })

  it("is as it was before when a change is undone, unless it was changed again", async () => {
    const { id } = await add({ title: "Undo" })
    const first = await w.asWorker((ctx) => sendBid(ctx, { id, on: null, decisionDueOn: null }))
    await undo("bid-change", first.change)
    expect(await bid(id)).toMatchObject({ state: "looking", sentOn: null })
    const sent = await w.asWorker((ctx) => sendBid(ctx, { id, on: null, decisionDueOn: null }))
    const won = await decide(id)
    await undo("bid-change", won.change)
    expect((await bid(id)).state).toBe("sent")
    await w.asWorker((ctx) =>
      changeBid(ctx, changeBidInput.parse({ id, ...said({ title: "Undo" }), sentOn: day(-3) })),
    )
    await expect(undo("bid-change", sent.change)).rejects.toThrow(/changed again since/)
  })

  it("is taken back for a day after it was added by mistake, with its task", async () => {
    const { id } = await add({ title: "By mistake", deadlineOn: day(5) })
    await undo("bid", id)
    expect((await bid(id)).undoneAt).toEqual(expect.any(Date))
    await expect(w.asWorker((ctx) => prepareBid(ctx, { id }))).rejects.toThrow(NotFound)
    expect(await taskOf(id)).toMatchObject({ dropped: true })
    expect(await listed("q=mistake")).toEqual([])
    const old = await add({ title: "Long ago" })
    await w.system((ctx) =>
      ctx.tx.execute(sql`update bids set created_at = now() - interval '25 hours' where id = ${old.id}`),
    )
    await expect(undo("bid", old.id)).rejects.toThrow(/for a day/)
  })

  it("of several groups stands on each one’s page and counts once", async () => {
    const { id } = await add({ title: "Together", groupIds: [w.choir.id, w.loner.id], asked: "1000" })
    const { group, partners } = await bid(id)
    expect([group, ...partners.map(({ name }) => name)]).toEqual([
      "Côr Meibion Llanfair",
      "Whalley Chess Club",
    ])
    for (const one of [w.choir, w.loner]) expect(await listed(`group=${one.id}`)).toContain("Together")
    const sums = await w.asViewer((ctx) => countBids(ctx, readList(fundingList, "q=Together")))
    expect(sums).toMatchObject({ total: 1, asked: 100_000 })
    const changed = await w.asWorker((ctx) =>
      changeBid(ctx, changeBidInput.parse({ id, ...said({ title: "Together", groupIds: [w.loner.id] }) })),
    )
    expect(await bid(id)).toMatchObject({ group: "Whalley Chess Club", partners: [] })
    await undo("bid-change", changed.change)
    expect(await bid(id)).toMatchObject({ group: "Côr Meibion Llanfair", partners: [{ id: w.loner.id }] })
  })

  it("is kept by workers, read by staff, and nobody else’s business", async () => {
    const { id } = await add({ title: "Whose business" })
    const input = addBidInput.parse(said())
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      await expect(as((ctx) => addBid(ctx, input))).rejects.toThrow(NotAllowed)
    for (const as of [w.asLead, w.asPublic]) {
      await expect(as((ctx) => getBid(ctx, id))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => listBids(ctx, readList(fundingList, "")))).rejects.toThrow(NotAllowed)
      expect(await as((ctx) => ctx.tx.execute("select * from bids"))).toEqual([])
      expect(await as((ctx) => ctx.tx.execute("select * from funders"))).toEqual([])
    }
    await expect(w.asOtherManager((ctx) => getBid(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => prepareBid(ctx, { id }))).rejects.toThrow(NotFound)
    expect(await w.asOtherManager((ctx) => listBids(ctx, readList(fundingList, "")))).toEqual([])
    await expect(
      w.asOtherManager((ctx) => addBid(ctx, addBidInput.parse(said({ groupIds: [w.foodbank.id] })))),
    ).rejects.toThrow(RuleBroken)
  })
})
