import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getBid } from "@/lib/funding/bids/queries"
import { confirmAllSure, confirmMatch, pressMatch } from "@/lib/funding/grants/deciding/commands"
import { countSuggestions, listSure } from "@/lib/funding/grants/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { undoAct } from "@/lib/undo/commands"
import { bidding } from "./support/bids"
import { publishing } from "./support/published"
import { world } from "./support/world"

const w = await world()
const { add, bid, decide, day, undo } = await bidding(w)
const { about, grant, json, read } = await publishing(w)

describe("A published grant", () => {
  const suggested = async (title: string, over: Record<string, unknown> = {}) => {
    await read(json(grant({ title, ...over }, { id: "GB-CHC-1109047" })))
    const [one] = await about(title)
    return one?.id ?? ""
  }

  it("becomes an award that isn’t ours once somebody says yes, and waits again when that is undone", async () => {
    const id = await suggested("An award")
    const { bidId } = await w.asWorker((ctx) => confirmMatch(ctx, { id, bidId: null, share: null }))
    expect(await bid(bidId)).toMatchObject({
      ...{ state: "won", awarded: 50_000, decidedOn: "2024-05-01", share: "none", proof: "matched" },
      ...{ funder: "Valley Fund", proofs: [{ amount: 50_000 }] },
    })
    expect(await about("An award")).toEqual([])
    await expect(w.asWorker((ctx) => confirmMatch(ctx, { id, bidId: null, share: null }))).rejects.toThrow(
      /decided this already/,
    )
    await undo("grant", id)
    expect((await bid(bidId)).undoneAt).toEqual(expect.any(Date))
    expect(await about("An award")).toHaveLength(1)
  })

  it("proves the bid of the ledger that fits by funder, sum and date; undone, the bid says what it said", async () => {
    const { id: bidId } = await add({ title: "Fits", asked: "700" })
    await decide(bidId, { on: "2024-04-20", awarded: "700", proof: "reported", share: "led" })
    const far = await add({ title: "Too long ago", asked: "700" })
    await decide(far.id, { on: "2023-01-20", awarded: "700" })
    const id = await suggested("A freezer", { amountAwarded: 700 })
    const [one] = await about("A freezer")
    expect(one?.candidates.map(({ title }) => title)).toEqual(["Fits"])
    await expect(w.asWorker((ctx) => confirmMatch(ctx, { id, bidId: far.id, share: null }))).rejects.toThrow(
      /can’t be that bid/,
    )
    await w.asWorker((ctx) => pressMatch(ctx, { press: { act: "confirm", id } }))
    expect(await bid(bidId)).toMatchObject({
      proof: "matched",
      awarded: 70_000,
      decidedOn: "2024-04-20",
      share: "led",
    })
    await expect(decide(bidId, { outcome: "refused" })).rejects.toThrow(/published grant proves/)
    await decide(bidId, { on: "2024-04-21", awarded: "699", proof: "letter", share: "helped" })
    expect(await bid(bidId)).toMatchObject({ proof: "matched", awarded: 69_900 })
    await undo("grant", id)
    expect(await bid(bidId)).toMatchObject({
      ...{ proof: "reported", share: "helped", awarded: 69_900, decidedOn: "2024-04-21", proofs: [] },
    })
    await expect(decide(bidId, { proof: "matched" })).rejects.toThrow(/Only a published grant/)
  })

  it("decides a bid that is still open, and its task goes", async () => {
    const { id: bidId } = await add({ title: "Open bid", asked: "1100", deadlineOn: "2024-03-01" })
    await w.system((ctx) => ctx.tx.execute(sql`update bids set opened_on = '2024-02-01' where id = ${bidId}`))
    const id = await suggested("Open", { amountAwarded: 1000 })
    await w.asWorker((ctx) => confirmMatch(ctx, { id, bidId, share: "helped" }))
    expect(await bid(bidId)).toMatchObject({ state: "won", awarded: 100_000, share: "helped" })
    await undo("grant", id)
    expect(await bid(bidId)).toMatchObject({ state: "looking", awarded: null, share: null })
  })

  it("that somebody refused is not suggested again, however often it is read", async () => {
    const id = await suggested("Not theirs", { id: "360G-refused" })
    await w.asWorker((ctx) => pressMatch(ctx, { press: { act: "refuse", id } }))
    expect(await about("Not theirs")).toEqual([])
    expect(
      await read(json(grant({ id: "360G-refused", title: "Not theirs" }, { id: "GB-CHC-1109047" }))),
    ).toEqual({ grants: 1, matched: 0, suggested: 0 })
    expect(await about("Not theirs")).toEqual([])
    await undo("grant", id)
    expect(await about("Not theirs")).toHaveLength(1)
    await expect(undo("grant", id)).rejects.toThrow(/waits already/)
  })

  it("is confirmed with all others by number at once, after looking, and they are undone together", async () => {
    const of2021 = (amountAwarded: number, over = {}) =>
      grant({ amountAwarded, awardDate: "2021-05-01", ...over }, { id: "GB-CHC-1109047" })
    const linked = await add({ title: "In the ledger", asked: "320" })
    await decide(linked.id, { on: "2021-05-03", awarded: "320" })
    await read(json(of2021(100), of2021(200), of2021(320), of2021(5, { currency: "USD" })))
    const sure = await w.asViewer(listSure)
    expect(sure.map(({ amount }) => amount).sort()).toEqual([10_000, 20_000, 32_000])
    await expect(w.asWorker((ctx) => confirmAllSure(ctx, { count: sure.length + 1 }))).rejects.toThrow(
      /other suggestions now/,
    )
    const before = await w.asViewer(countSuggestions)
    const { acts, confirmed } = await w.asWorker((ctx) => confirmAllSure(ctx, { count: sure.length }))
    expect(confirmed).toBe(sure.length)
    expect(await w.asViewer(listSure)).toEqual([])
    expect(await bid(linked.id)).toMatchObject({ proof: "matched", share: "helped" })
    const secured = await w.asViewer((ctx) => countSecured(ctx, { from: "2020-01-01", to: day(0) }))
    expect(secured.none).toEqual({ bids: 2, sum: 30_000 })
    await w.asWorker((ctx) => undoAct(ctx, { what: "acts", id: acts }))
    expect(await w.asViewer(countSuggestions)).toEqual(before)
    expect(await bid(linked.id)).toMatchObject({ proof: "reported", share: "helped" })
  })

  it("is decided by workers of its LIO only", async () => {
    const id = await suggested("Whose")
    const input = { id, bidId: null, share: null }
    for (const as of [w.asViewer, w.asLead, w.asPublic]) {
      await expect(as((ctx) => confirmMatch(ctx, input))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => confirmAllSure(ctx, { count: 1 }))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => confirmMatch(ctx, input))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getBid(ctx, id))).rejects.toThrow(NotFound)
  })
})
