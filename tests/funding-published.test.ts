import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { parse } from "csv-parse/sync"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command as importGrants } from "@/bin/commands/import-grants"
import { command as importGroups } from "@/bin/commands/import-groups"
import { groupIdentifiers } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { listFunders } from "@/lib/funding/funders/queries"
import { confirmAllSure } from "@/lib/funding/grants/deciding/commands"
import { listSure } from "@/lib/funding/grants/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { undoAct } from "@/lib/undo/commands"
import { world } from "./support/world"

const w = await world()
const DATA = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data")
const here = existsSync(path.join(DATA, "grants"))
const TRAFFORD = "grants/trafford_grants_360giving"
const FOUNDATIONS = "grants/community_foundation_grants_2020.json"
const LISTS = [
  "trafford_charities",
  "ukcat_sample_charities",
  "gm_food_banks",
  "sports_clubs_casc_north_west",
]

const bring = (command: typeof importGrants, lio: string, file: string) =>
  command.run({ options: { lio }, flags: new Set(), rest: [path.join(DATA, file)] })

type Found = { identifier: string; recipient: string; group: string; groupId: string; foundBy: string }
const found = (lio: string) =>
  w.system(
    async (ctx) => [
      ...(await ctx.tx.execute<Found>(sql`
        select p.identifier, p.recipient_name as recipient, g.name as "group", g.id as "groupId", m.found_by as "foundBy"
        from grant_matches m join published_grants p on p.id = m.grant_id join groups g on g.id = m.group_id`)),
    ],
    lio,
  )
/** What stands in each table that an import of grants could write, in one word. */
const digests = (lio: string) =>
  w.system(async (ctx) => {
    const tables = ["published_grants", "grant_matches", "bids", "funders", "groups", "events", "tasks"]
    const rows = await Promise.all(
      tables.map((table) =>
        ctx.tx.execute<{ digest: string }>(
          sql`select md5(string_agg(t::text, '|' order by t::text)) as digest from ${sql.identifier(table)} t`,
        ),
      ),
    )
    return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.[0]?.digest]))
  }, lio)

/** Only the digits and letters of a number, without noughts in front and what Excel put behind. */
const plain = (number: unknown) =>
  String(number ?? "")
    .toUpperCase()
    .replace(/\.0$/, "")
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^0+/, "")
type Published = {
  id: string
  recipientOrganization: { id: string; charityNumber?: unknown; companyNumber?: unknown }[]
}

/** The grants that a register number leads to a charity of the list, worked out from the files alone. */
function byNumber(file: string): string[] {
  const charities = parse(readFileSync(path.join(DATA, "groups/trafford_charities.csv")), {
    columns: true,
    bom: true,
  }) as Record<string, string>[]
  const numbers = (column: string) =>
    new Set(charities.map((one) => plain(one[column])).filter((number) => number && number !== "NA"))
  const charity = numbers("registered_charity_number")
  const company = numbers("charity_company_registration_number")
  const { grants } = JSON.parse(readFileSync(path.join(DATA, file), "utf8")) as { grants: Published[] }
  return grants
    .filter(({ recipientOrganization }) =>
      recipientOrganization.some(
        ({ id, charityNumber, companyNumber }) =>
          charity.has(plain(/^GB-CHC-(.*)$/.exec(id)?.[1])) ||
          company.has(plain(/^GB-COH-(.*)$/.exec(id)?.[1])) ||
          charity.has(plain(charityNumber)) ||
          company.has(plain(companyNumber)),
      ),
    )
    .map(({ id }) => id)
    .sort()
}

describe.skipIf(!here)("Grants that funders have published, held against a district’s charities", () => {
  it("are found by every number there is, and by no other", { timeout: 120_000 }, async () => {
    expect(await bring(importGroups, "ribble", "groups/trafford_charities.csv")).toMatchObject({ errors: 0 })
    const trafford = await bring(importGrants, "ribble", `${TRAFFORD}.json`)
    const foundations = await bring(importGrants, "ribble", FOUNDATIONS)
    const expected = [...byNumber(`${TRAFFORD}.json`), ...byNumber(FOUNDATIONS)].sort()
    const numbered = (await found("ribble")).filter(({ foundBy }) => foundBy === "identifier")
    expect(numbered.map(({ identifier }) => identifier).sort()).toEqual(expected)
    expect(trafford).toMatchObject({ grants: 555, matched: byNumber(`${TRAFFORD}.json`).length })
    expect(foundations).toMatchObject({ grants: 605, matched: byNumber(FOUNDATIONS).length })
    expect(expected.length).toBeGreaterThan(100)
  })

  it("are the same as JSON and as a table, change nothing when read again, and confirm nothing", async () => {
    const before = await digests("ribble")
    const [json, table] = [
      await bring(importGrants, "ribble", `${TRAFFORD}.json`),
      await bring(importGrants, "ribble", `${TRAFFORD}.csv`),
    ]
    await bring(importGrants, "ribble", FOUNDATIONS)
    expect(table).toEqual(json)
    expect(await digests("ribble")).toEqual(before)
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{ bids: number; decided: number }>(sql`
        select (select count(*)::int from bids) as bids,
          (select count(*)::int from grant_matches where confirmed_at is not null or refused_at is not null) as decided`),
    )
    expect(row).toEqual({ bids: 0, decided: 0 })
  })

  it("are all confirmed at once after a look, as awards that aren’t ours, and taken back at once", async () => {
    const as = <T>(work: (ctx: Ctx) => Promise<T>) => w.asWorker(work)
    const sure = await as(listSure)
    expect(sure.length).toBe((await found("ribble")).filter(({ foundBy }) => foundBy === "identifier").length)
    const { acts, confirmed } = await as((ctx) => confirmAllSure(ctx, { count: sure.length }))
    const sum = sure.reduce((all, { amount }) => all + amount, 0)
    expect(await as((ctx) => countSecured(ctx, { from: "2000-01-01" }))).toMatchObject({
      ...{ ours: { bids: 0, sum: 0 }, none: { bids: confirmed, sum } },
    })
    const funders = await as((ctx) => listFunders(ctx, { retired: false }))
    expect(funders.filter(({ orgId }) => orgId === "GB-LAE-TRF")).toHaveLength(1)
    await as((ctx) => undoAct(ctx, { what: "acts", id: acts }))
    expect(await as(listSure)).toHaveLength(sure.length)
    expect(await as((ctx) => countSecured(ctx, { from: "2000-01-01" }))).toMatchObject({
      none: { bids: 0, sum: 0 },
    })
  })

  it("are suggested by name rightly nine times in ten where no number helps", {
    timeout: 120_000,
  }, async () => {
    for (const list of LISTS) await bring(importGroups, "other", `groups/${list}.csv`)
    const numbers = await w.system(
      (ctx) => ctx.tx.select().from(groupIdentifiers).where(sql`register <> 'GB-COH'`),
      "other",
    )
    await w.system((ctx) => ctx.tx.delete(groupIdentifiers), "other")
    for (const file of [`${TRAFFORD}.json`, FOUNDATIONS]) await bring(importGrants, "other", file)
    const numberOf = new Map(numbers.map(({ groupId, value }) => [groupId, value]))
    const key = (recipient: string, group: string) => `${recipient} → ${group}`
    const suggested = new Set(
      (await found("other")).map(({ recipient, group, groupId }) =>
        key(recipient, numberOf.get(groupId) ?? group),
      ),
    )
    const labels = (
      parse(readFileSync(path.join(import.meta.dirname, "support/labelled-grants.csv")), {
        columns: true,
      }) as Record<string, string>[]
    ).map(({ recipient = "", group = "", label }) => ({
      pair: key(recipient, group),
      right: label === "right",
    }))
    expect(labels).toHaveLength(100)
    const known = new Set(labels.map(({ pair }) => pair))
    expect([...suggested].filter((pair) => !known.has(pair))).toEqual([])
    const right = labels.filter((one) => one.right)
    const rightly = right.filter(({ pair }) => suggested.has(pair)).length
    const [precision, recall] = [rightly / suggested.size, rightly / right.length]
    console.info(
      `Grants by name: ${suggested.size} suggested, ${rightly} rightly; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.8)
  })
})
