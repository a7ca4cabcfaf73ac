import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { duplicatePairs, groupIdentifiers, groups } from "@/db/schema"
import { group } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { askAgain, setApart } from "@/lib/duplicates/commands"
import { findDuplicates } from "@/lib/duplicates/finding/commands"
import { countPairs, listPairs } from "@/lib/duplicates/queries"
import { NotAllowed, NotFound } from "@/lib/errors"
import { nameKey } from "@/lib/groups/names"
import { alike, readName } from "@/lib/groups/similarity/names"
import { findPossibleDuplicates } from "@/lib/groups/similarity/queries"
import type { Draft } from "@/lib/imports/columns/drafts"
import { headerRow, mappingFor, namedHeaders } from "@/lib/imports/columns/headers"
import { confirmImport, decideDoubt, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { checkImport } from "@/lib/imports/wizard/queries"
import { readSheet } from "@/lib/spreadsheet/read"
import { draftRows } from "./support/drafting"
import { world } from "./support/world"

const w = await world()
const how = (one: string, other: string) =>
  alike(readName(nameKey(one), one), readName(nameKey(other), other))
const waiting = (ctx: Ctx) => listPairs(ctx, { apart: false, page: 1 })

describe("Names held against each other", () => {
  it.each([
    ["Hensingham ARLFC Limited", "Hensingham Amateur Rugby League F.C.", "same"],
    ["St Paul’s CR  Icket Club", "St Pauls Cricket Club", "same"],
    ["The Mayor of Whalley’s Charity", "Whalley Mayor's Charity CIO", "nearly"],
    ["Sandbach Rugby Football Club", "Sandbach Rugby Union Football Club", "nearly"],
    ["Thyphoons RUFC", "Typhoons RUFC", "slip"],
    ["17th Sale Scout Group", "7th Sale Scout Group", null],
    ["Kendal Golf Club", "Kendal Judo Club", null],
    ["Rainford Table Tennis Club", "Rainford Tennis Club", null],
    ["Citizens Advice Oldham", "Citizens Advice Rochdale", null],
    ["Clwb Rygbi Nant Conwy", "Clwb Pêl-droed Nant Conwy", null],
    ["Hale Civic Society", "Sale Civic Society", null],
    ["Scholes CC (Holmfirth)", "Scholes CC Ltd", "nearly"],
    ["Scholes CC (Holmfirth)", "Scholes CC (Rotherham)", null],
    ["Hale Bowling Club (Ladies)", "Hale Bowling Club", null],
    ["Hale Men’s Bowling Club", "Hale Ladies’ Bowling Club", null],
    ["Hale Ladies BC", "Hale BC", null],
    ["Cricket Club (Hale)", "Cricket Club", null],
    ["Delta Debating", "Delta Debate", "slip"],
  ])("%s · %s: %s", (one, other, told) => {
    expect(how(one, other)).toBe(told)
    expect(how(other, one)).toBe(told)
  })
})

describe("The import, the nightly search and adding a group by hand", () => {
  const PAIRS = [
    ["Scholes CC (Holmfirth)", "Scholes CC Ltd", true],
    ["Grove Men’s Bowling Club", "Grove Ladies’ Bowling Club", false],
    ["Marsh Ladies BC", "Marsh BC", false],
    ["Tandle Bowling Club (Men)", "Tandle Bowling Club (Ladies)", false],
    ["Royton Gents Bowls", "Royton Ladies Bowls", false],
    ["Delph Debating Union", "Delph Debate", true],
  ] as const

  it("say the same of two groups on one green", async () => {
    const at = (n: number) => `HD9 ${n + 1}AA`
    const list = (which: 0 | 1) =>
      ["Name,Postcode", ...PAIRS.map((pair, n) => `"${pair[which]}",${at(n)}`)].join("\n")
    const bring = async (text: string) => {
      const { id } = await w.asWorker((ctx) => takeFile(ctx, { name: "a.csv", bytes: Buffer.from(text) }))
      const { doubts } = await w.asWorker((ctx) => checkImport(ctx, id))
      await w.asWorker((ctx) => decideDoubt(ctx, { id, row: null, decision: "new" }))
      await w.asWorker((ctx) => confirmImport(ctx, { id }))
      await w.system((ctx) => runImport(ctx, id))
      return doubts.map(({ theirs, ours }) => [ours.name, theirs[0]])
    }
    expect(await bring(list(0))).toEqual([])
    const meant = PAIRS.flatMap(([one, other, same]) => (same ? [[one, other]] : []))
    const byHand: string[][] = []
    for (const [n, [, name]] of PAIRS.entries()) {
      const like = await w.asWorker((ctx) => findPossibleDuplicates(ctx, { name, postcode: at(n) }))
      byHand.push(...like.map((one) => [one.name, name]))
    }
    expect(byHand).toEqual(meant)
    expect(await bring(list(1))).toEqual(meant)
    await w.system(findDuplicates)
    const { pairs } = await w.asViewer(waiting)
    const told = pairs.map(({ one, other }) => [one.name, other.name].sort()).sort()
    expect(told).toEqual(meant.map((pair) => [...pair].sort()).sort())
    await w.system((ctx) =>
      ctx.tx.execute(sql`update groups set removed_at = now() where postcode like 'HD9%'`),
    )
    await w.system(findDuplicates)
  })
})

describe("Possible duplicates", () => {
  it("are found with their reasons, decided by staff, and not asked about again", async () => {
    const [one, other] = await w.system(async (ctx) => [
      await group(ctx, { name: "Barley Bowlers", postcode: "BB12 9JX", email: "ann@barleybowls.example" }),
      await group(ctx, {
        name: "Barley Bowlers Club Ltd",
        postcode: "BB12 9JX",
        email: "bob@barleybowls.example",
      }),
    ])
    await w.system(findDuplicates)
    const { pairs, total } = await w.asViewer(waiting)
    expect(total).toBe(1)
    expect(pairs[0]?.reasons.map(({ kind }) => kind)).toEqual(["nearly", "postcode", "domain"])
    const two = { oneId: one.id, otherId: other.id }
    for (const as of [w.asViewer, w.asLead, w.asMember, w.asOutsider, w.asPublic])
      await expect(as((ctx) => setApart(ctx, two))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => setApart(ctx, two))).rejects.toThrow(NotFound)
    await expect(w.asLead(waiting)).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager(countPairs)).toBe(0)
    await w.asWorker((ctx) => setApart(ctx, two))
    await w.system(findDuplicates)
    expect(await w.asWorker(countPairs)).toBe(0)
    expect((await w.asWorker((ctx) => listPairs(ctx, { apart: true, page: 1 }))).pairs[0]?.apartBy).toBe(
      "Wendy Worker",
    )
    await w.asWorker((ctx) => askAgain(ctx, two))
    expect(await w.asWorker(countPairs)).toBe(1)
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update groups set postcode = 'LA1 1AA', email = null, name_key = 'other' where id = ${other.id}`,
      ),
    )
    await w.system(findDuplicates)
    expect(await w.asWorker(countPairs)).toBe(0)
  })
})

const SAMPLES = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "groups")
const LISTS = ["trafford_charities", "sports_clubs_casc_north_west", "ukcat_sample_charities"]
const here = LISTS.every((list) => existsSync(path.join(SAMPLES, `${list}.csv`)))

async function rowsOf(list: string): Promise<Draft[]> {
  const { rows } = await readSheet(readFileSync(path.join(SAMPLES, `${list}.csv`)))
  const top = headerRow(rows)
  const headers = namedHeaders(rows[top] ?? [])
  const body = rows.slice(top + 1)
  const { drafts } = draftRows(headers, mappingFor(headers, body), body, top + 2)
  const once = new Map(drafts.map((draft) => [numberOf(draft), draft]))
  return [...once.values()]
}
const numberOf = ({ identifiers: [first] }: Draft) => `${first?.register}-${first?.value}`

async function keep(ctx: Ctx, drafts: Draft[]) {
  const lioId = ctx.lio.id
  for (let at = 0; at < drafts.length; at += 500) {
    const some = drafts.slice(at, at + 500)
    const made = await ctx.tx
      .insert(groups)
      .values(
        some.map(({ name, nameKey: key, postcode, address, email, phone, website }) => ({
          lioId,
          name,
          nameKey: key,
          postcode,
          address,
          email,
          phone,
          website,
        })),
      )
      .returning({ id: groups.id })
    const numbers = some.flatMap((draft, of) =>
      draft.identifiers.map((number) => ({ lioId, groupId: made[of]?.id ?? "", ...number })),
    )
    await ctx.tx.insert(groupIdentifiers).values(numbers)
  }
}

/** tests/support/labelled-pairs.csv: pairs of register numbers and what a person said of them. */
const labelled = () =>
  readFileSync(path.join(import.meta.dirname, "support/labelled-pairs.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",") as [string, string, "same" | "apart" | "unsure"])

describe.skipIf(!here)("Three real lists together", () => {
  it("give duplicates with a precision of 0.95 at a recall of 0.9 and more", async () => {
    const drafts = (await Promise.all(LISTS.map(rowsOf))).flat()
    await w.system((ctx) => keep(ctx, drafts), "other")
    await w.system(findDuplicates, "other")
    const [numbers, pairs] = await w.system(
      async (ctx) => [
        await ctx.tx.select().from(groupIdentifiers),
        await ctx.tx.select().from(duplicatePairs),
      ],
      "other",
    )
    const told = new Map(
      labelled().flatMap(([one, other, verdict]) => [
        [`${one} ${other}`, verdict],
        [`${other} ${one}`, verdict],
      ]),
    )
    const names = new Map<string, string[]>()
    for (const { groupId, register, value } of numbers)
      names.set(groupId, [...(names.get(groupId) ?? []), `${register}-${value}`])
    const verdicts = pairs.map(({ oneId, otherId }) =>
      (names.get(oneId) ?? [])
        .flatMap((one) => (names.get(otherId) ?? []).map((other) => told.get(`${one} ${other}`)))
        .find(Boolean),
    )
    const right = verdicts.filter((verdict) => verdict === "same").length
    const wrong = verdicts.filter((verdict) => verdict !== "same" && verdict !== "unsure").length
    const all = labelled().filter(([, , verdict]) => verdict === "same").length
    console.info(`duplicates: ${right} of ${all} found, ${wrong} wrong`)
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95)
    expect(right / all).toBeGreaterThanOrEqual(0.9)
  })
})
