import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command } from "@/bin/commands/import-grants"
import { groupIdentifiers } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { getBid } from "@/lib/funding/bids/queries"
import { keepPublished, lookAgain, readPublished } from "@/lib/funding/grants/commands"
import { confirmAllSure, confirmMatch, pressMatch } from "@/lib/funding/grants/deciding/commands"
import { countForeign, countSuggestions, listSuggestions, listSure } from "@/lib/funding/grants/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { undoAct } from "@/lib/undo/commands"
import { bidding } from "./support/bids"
import { world } from "./support/world"

const w = await world()
const { add, bid, decide, day, undo } = await bidding(w)
await w.system((ctx) =>
  ctx.tx.insert(groupIdentifiers).values([
    { lioId: ctx.lio.id, groupId: w.foodbank.id, register: "GB-CHC", value: "1109047" },
    { lioId: ctx.lio.id, groupId: w.choir.id, register: "GB-COH", value: "05384301" },
    { lioId: ctx.lio.id, groupId: w.loner.id, register: "GB-SC", value: "SC012345" },
  ]),
)
const folder = mkdtempSync(path.join(tmpdir(), "grants-"))
let files = 0
const read = async (content: string | Uint8Array, name = "grants.json", lio = "ribble") => {
  const at = path.join(folder, `${files++}-${name}`)
  writeFileSync(at, content)
  return command.run({ options: { lio }, flags: new Set(), rest: [at] })
}
let made = 0
const grant = (over: Record<string, unknown> = {}, recipient: Record<string, unknown> = {}) => ({
  id: `360G-valley-${made++}`,
  title: "A grant",
  currency: "GBP",
  amountAwarded: 500,
  awardDate: "2024-05-01",
  recipientOrganization: [{ id: "360G-x", name: "Somebody Else Entirely", ...recipient }],
  fundingOrganization: [{ id: "GB-CHC-1000001", name: "Valley Fund" }],
  ...over,
})
const json = (...grants: object[]) => JSON.stringify({ grants })
const waiting = () => w.asViewer((ctx) => listSuggestions(ctx, 1))
const about = async (title: string) => (await waiting()).filter((one) => one.title === title)
const rows = () =>
  w.system(async (ctx) => [
    ...(await ctx.tx.execute(sql`
      select 'grant' as kind, to_jsonb(p) as row from published_grants p union all select 'match', to_jsonb(m) from grant_matches m
      union all select 'bid', to_jsonb(b) from bids b union all select 'event', to_jsonb(e) from events e order by 1, 2`)),
  ])

describe("trellis import grants", () => {
  it("finds groups by their numbers, however funders write them, and by name; and confirms nothing", async () => {
    const result = await read(
      json(
        grant({ title: "By org-id" }, { id: "GB-CHC-1109047" }),
        grant({ title: "By number" }, { charityNumber: "1109047.0", name: "An old name" }),
        grant({ title: "Lower case" }, { id: "gb-coh-5384301" }),
        grant({ title: "By company" }, { companyNumber: 5384301 }),
        grant({ title: "Scottish" }, { charityNumber: "SC12345" }),
        grant({ title: "By name" }, { name: "The Clitheroe Foodbank" }),
        grant({ title: "Nobody of ours" }),
      ),
    )
    expect(result).toEqual({ grants: 7, matched: 5, suggested: 1 })
    expect((await about("By number"))[0]).toMatchObject({
      group: "Clitheroe Food Bank",
      foundBy: "identifier",
    })
    expect((await about("By company"))[0]?.group).toBe("Côr Meibion Llanfair")
    expect((await about("Scottish"))[0]?.group).toBe("Whalley Chess Club")
    expect((await about("By name"))[0]).toMatchObject({ group: "Clitheroe Food Bank", foundBy: "name" })
    expect(await w.asViewer((ctx) => countSecured(ctx, { from: "2024-01-01" }))).toMatchObject({
      none: { bids: 0, sum: 0 },
    })
  })

  it("changes nothing when it is run again, and takes what a funder has corrected", async () => {
    const file = json(grant({ id: "360G-again", title: "Again" }, { id: "GB-CHC-1109047" }))
    await read(file)
    const before = await rows()
    expect(await read(file)).toEqual({ grants: 1, matched: 1, suggested: 0 })
    expect(await rows()).toEqual(before)
    await read(file.replace('"amountAwarded":500', '"amountAwarded":501.5'))
    expect(await about("Again")).toMatchObject([{ amount: 50_150 }])
  })

  it("looks again for groups that came later, and takes away what is nobody’s any more", async () => {
    await read(json(grant({ title: "Came later" }, { id: "GB-CHC-1200300" })))
    expect(await about("Came later")).toEqual([])
    expect(await w.asWorker(lookAgain)).toEqual({ changed: 0 })
    const late = await w.system(async (ctx) => {
      const group = await make.group(ctx, { name: "Late Group" })
      const number = { register: "GB-CHC" as const, value: "1200300" }
      await ctx.tx.insert(groupIdentifiers).values({ lioId: ctx.lio.id, groupId: group.id, ...number })
      return group
    })
    expect(await w.asWorker(lookAgain)).toEqual({ changed: 1 })
    expect(await about("Came later")).toMatchObject([{ groupId: late.id, foundBy: "identifier" }])
    await w.system((ctx) => ctx.tx.delete(groupIdentifiers).where(eq(groupIdentifiers.groupId, late.id)))
    expect(await w.asWorker(lookAgain)).toEqual({ changed: 1 })
    expect(await about("Came later")).toEqual([])
    await expect(w.asViewer(lookAgain)).rejects.toThrow(NotAllowed)
  })

  it("reads tables: other cases and spaces in headers, a byte order mark, Windows-1252", async () => {
    const header =
      "identifier, TITLE ,Currency,Amount Awarded,Award Date,Recipient Org : Identifier,recipient org:name,Recipient Org:Charity Number,Funding Org:Identifier,Funding Org:Name"
    const line = (id: string, name: string) =>
      `${id},From a table,GBP,"£1,250.50",18/01/2023,GB-CHC-1109047,${name},,GB-CHC-1000001,Valley Fund`
    expect(await read(`\uFEFF${header}\r\n${line("T1", "A bank")}\r\n`, "a.csv")).toEqual({
      ...{ grants: 1, matched: 1, suggested: 0 },
    })
    const latin = Buffer.from(`${header}\n${line("T2", "Côr Meibion Llanfair")}`, "latin1")
    expect(await read(latin, "b.csv")).toMatchObject({ grants: 1, matched: 1 })
    const [one] = await about("From a table")
    expect(one).toMatchObject({ amount: 125_050, awardedOn: "2023-01-18" })
    const paths = header
      .replace("Recipient Org : Identifier", "recipientOrganization/0/id")
      .replace("Funding Org:Name", "fundingOrganization/0/name")
    expect(await read(`${paths}\n${line("T3", "x")}`, "c.csv")).toMatchObject({ matched: 1 })
  })

  it("refuses what it can’t read in a sentence, and keeps nothing of it", async () => {
    const before = await rows()
    const good = grant({}, { id: "GB-CHC-1109047" })
    for (const [content, name, sentence] of [
      ['{"grants": [{"id": ', "broken.json", /damaged or cut off/],
      ["{}", "none.json", /no grants in this file/],
      ['{"grants": {}}', "odd.json", /no grants in this file/],
      ["[]", "empty.json", /no grants in this file/],
      ['[1, null, "x"]', "words.json", /Grant 1: It has no identifier/],
      [
        "Title,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\na,1,2020-01-01,b,c",
        "noid.csv",
        /no column “Identifier”/,
      ],
      [json(good, grant({ amountAwarded: -5 })), "minus.json", /Grant 2: Its sum is less than nothing: -5/],
      [json(good, grant({ amountAwarded: "lots" })), "lots.json", /“lots” is not a sum/],
      [json(good, grant({ amountAwarded: undefined })), "nosum.json", /is not a sum/],
      [json(good, grant({ awardDate: "31/02/2020" })), "date.json", /“31\/02\/2020” is not a date/],
      [json(good, grant({ awardDate: "2020" })), "year.json", /only a year/],
      [json(good, grant({ awardDate: undefined })), "nodate.json", /doesn’t say when/],
      [json(good, grant({ currency: "pounds" })), "pounds.json", /not a currency/],
      [json(good, grant({ fundingOrganization: [] })), "nofunder.json", /who the funder is/],
      [json(good, grant({ recipientOrganization: [] })), "nobody.json", /doesn’t say who got it/],
      ["", "nothing.csv", /empty/],
    ] as const) {
      await expect(read(content, name), name).rejects.toThrow(RuleBroken)
      await expect(read(content, name), name).rejects.toThrow(sentence)
    }
    await expect(
      command.run({ options: { lio: "ribble" }, flags: new Set(), rest: ["/nowhere"] }),
    ).rejects.toThrow(/no file/)
    expect(await rows()).toEqual(before)
  })

  it("keeps nothing of grants to single people, and other currencies apart", async () => {
    const result = await read(
      json(
        grant({
          ...{ title: "Mrs Secret’s wheelchair", recipientOrganization: undefined },
          recipientIndividual: { name: "Mrs Secret" },
        }),
        grant({ title: "Dollars", currency: "USD", amountAwarded: 900 }, { id: "GB-CHC-1109047" }),
      ),
    )
    expect(result).toEqual({ grants: 2, matched: 1, suggested: 0 })
    const person =
      "Identifier,Title,Amount Awarded,Award Date,Recipient Org:Name,Recipient Ind:Name,Funding Org:Name\nP1,Secret chair,9,2020-01-01,,Mrs Secret,Valley Fund"
    expect(await read(person, "person.csv")).toEqual({ grants: 1, matched: 0, suggested: 0 })
    expect(JSON.stringify(await rows())).not.toContain("Secret")
    expect(await w.asViewer(countForeign)).toEqual([{ currency: "USD", grants: 1, sum: 90_000 }])
    const [dollars] = await about("Dollars")
    await expect(
      w.asWorker((ctx) => confirmMatch(ctx, { id: dollars?.id ?? "", bidId: null, share: null })),
    ).rejects.toThrow(/isn’t in pounds/)
    expect((await w.asViewer(listSure)).map(({ title }) => title)).not.toContain("Dollars")
  })

  it("goes into one LIO only, and only by its staff", async () => {
    const file = json(grant({ title: "Elsewhere" }, { id: "GB-CHC-1109047" }))
    expect(await read(file, "other.json", "other")).toEqual({ grants: 1, matched: 0, suggested: 0 })
    expect(await about("Elsewhere")).toEqual([])
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      for (const act of [
        (ctx: Ctx) => keepPublished(ctx, { rows: 0, grants: [] }),
        (ctx: Ctx) => readPublished(ctx, Buffer.from(file)),
      ])
        await expect(as(act)).rejects.toThrow(NotAllowed)
    for (const as of [w.asLead, w.asPublic]) {
      await expect(as((ctx) => listSuggestions(ctx, 1))).rejects.toThrow(NotAllowed)
      expect(await as((ctx) => ctx.tx.execute("select * from published_grants"))).toEqual([])
    }
  })
})

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
    await undo("grant", id)
    expect(await bid(bidId)).toMatchObject({ proof: "reported", share: "led", proofs: [] })
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
    const sure = await w.asViewer(listSure)
    expect(sure.length).toBeGreaterThan(5)
    await expect(w.asWorker((ctx) => confirmAllSure(ctx, { count: sure.length + 1 }))).rejects.toThrow(
      /other suggestions now/,
    )
    const before = await w.asViewer(countSuggestions)
    const { acts, confirmed } = await w.asWorker((ctx) => confirmAllSure(ctx, { count: sure.length }))
    expect(confirmed).toBe(sure.length)
    expect(await w.asViewer(listSure)).toEqual([])
    const secured = await w.asViewer((ctx) => countSecured(ctx, { from: "2020-01-01", to: day(0) }))
    expect(secured.none.bids).toBe(sure.filter(({ candidates }) => candidates.length === 0).length)
    await w.asWorker((ctx) => undoAct(ctx, { what: "acts", id: acts }))
    expect(await w.asViewer(countSuggestions)).toEqual(before)
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
