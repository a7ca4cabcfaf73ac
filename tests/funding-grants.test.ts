import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command } from "@/bin/commands/import-grants"
import { groupIdentifiers } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { keepPublished, lookAgain, readPublished } from "@/lib/funding/grants/commands"
import { confirmMatch } from "@/lib/funding/grants/deciding/commands"
import { countForeign, listSuggestions, listSure } from "@/lib/funding/grants/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { publishing } from "./support/published"
import { world } from "./support/world"

const w = await world()
const { about, grant, json, read, rows } = await publishing(w)

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
