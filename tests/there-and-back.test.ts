import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { readXlsx } from "hucre/xlsx"
import { describe, expect, it } from "vitest"
import { group } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { getEntry } from "@/lib/directory/queries"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"
import { readList } from "@/lib/lists/input"
import { TABLE_FILES, type Table, type TableFile } from "@/lib/spreadsheet/tables"
import { bringing, told } from "./support/bringing"
import { world } from "./support/world"

const w = await world()
const { ways, group: stands } = bringing(w)
const [, line] = ways
const SAMPLES = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "groups")

async function whole(format: TableFile, table: Table) {
  const parts: Uint8Array[] = []
  for await (const part of TABLE_FILES[format].write(table)) parts.push(part)
  return Buffer.concat(parts)
}

/** Everything that an LIO exports, as a file and as rows without ids. */
const exported = (lio: string, format: TableFile = "csv", query: Record<string, string> = {}) =>
  w.system(async (ctx: Ctx) => {
    const filter = readList(groupList, query)
    const columns = await fileColumns(ctx, filter, true)
    const rows: (string | number)[][] = []
    for await (const some of eachLine(ctx, filter, columns)) rows.push(...some)
    const headings = columns.map(({ label }) => label)
    const ids = headings.indexOf("Id")
    const bytes = await whole(format, {
      name: "Groups",
      headings,
      days: columns.map(({ day }) => day ?? false),
      pieces: [rows],
    })
    return { bytes, headings, rows: rows.map((row) => row.filter((_cell, at) => at !== ids)) }
  }, lio)

const inOrder = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort()
const empty = (lio: string) =>
  w.system((ctx) => ctx.tx.execute(sql`update groups set removed_at = now() where removed_at is null`), lio)

describe("A group that goes into another LIO as a file", () => {
  it("comes whole: exact income, legal form, consent with its teller, what it hides, and whom to ask for", async () => {
    await empty("ribble")
    await empty("other")
    await w.system((ctx) =>
      group(ctx, {
        name: "Hidden Hall",
        postcode: "OL1 1AA",
        email: "secret@hall.example",
        stage: "forming",
      }),
    )
    await w.system((ctx) =>
      group(ctx, { name: "Showing Hall", postcode: "OL1 1AB", email: "open@hall.example", stage: "member" }),
    )
    await w.system((ctx) =>
      ctx.tx.execute(sql`
        update groups set income = 1234567, income_band = 'to_25k', legal_form = 'statutory', directory_consent = true, directory_said_on = '2025-03-04',
          directory_said_by = 'Ann Boo', directory_said_how = 'phone', directory_shows = case when name like 'Hidden%' then '{about,areas}'::text[] end,
          sizes_as_at = '2024-12-31', volunteers = 7, stage_since = '2024-02-03', stage_reason = 'Asked for help', last_contact_on = '2026-01-02',
          last_contact_by = 'Wendy Worker', confirmed_on = '2025-05-05', confirmed_by = 'Ann Boo', about = E'Two lines\nof words'
        where removed_at is null`),
    )
    const [hall] = await w.system((ctx) =>
      ctx.tx.execute<{ id: string }>(sql`select id from groups where name = 'Hidden Hall'`),
    )
    await w.system((ctx) =>
      ctx.tx.execute(sql`
        with p as (insert into people (lio_id, name, email, phone) values (${ctx.lio.id}, 'Cara Chair', 'cara@hall.example', '0161 496 0001') returning id),
          r as (insert into roles (lio_id, person_id, group_id, role) select ${ctx.lio.id}, id, ${hall?.id}::uuid, 'chair' from p),
          n as (insert into group_identifiers (lio_id, group_id, register, value) values (${ctx.lio.id}, ${hall?.id}::uuid, 'local', 'R 7'), (${ctx.lio.id}, ${hall?.id}::uuid, 'GB-CHC', '1000116-2')),
          t as (insert into terms (lio_id, list, name) values (${ctx.lio.id}, 'theme', 'Arts, culture and heritage') returning id),
          g as (insert into group_terms (lio_id, group_id, term_id) select ${ctx.lio.id}, ${hall?.id}::uuid, id from t)
        update groups set main_contact_id = (select id from p) where id = ${hall?.id}::uuid`),
    )
    const ours = await exported("ribble")
    const done = await line?.bring("export.csv", ours.bytes)
    expect(done).toMatchObject({ new: 2, duplicates: 0, errors: 0 })
    expect(told(done as never)).toEqual([])
    const theirs = await exported("other")
    expect(inOrder(theirs.rows)).toEqual(inOrder(ours.rows))
    expect((await stands("Hidden Hall", "other"))?.people).toEqual([
      { name: "Cara Chair", email: "cara@hall.example", phone: "0161 496 0001", role: "chair" },
    ])
    const entries = await Promise.all(
      ["Hidden Hall", "Showing Hall"].map(async (name) => {
        const { id = "" } = (await stands(name, "other")) ?? {}
        return w.system((ctx) => getEntry(ctx, id), "other")
      }),
    )
    expect(JSON.stringify(entries[0])).not.toContain("secret@hall.example")
    expect(JSON.stringify(entries[1])).toContain("open@hall.example")
    // Once more changes nothing.
    expect(await line?.bring("export.csv", ours.bytes)).toMatchObject({ new: 0, updated: 0, unchanged: 2 })
  })

  it("has its days as days in a workbook", async () => {
    for (const format of ["xlsx", "ods"] as const) {
      const { bytes } = await exported("ribble", format)
      expect(await line?.bring(`export.${format}`, bytes)).toMatchObject({ new: 0, updated: 0, unchanged: 2 })
      if (format === "xlsx") {
        const { rows = [] } = (await readXlsx(bytes)).sheets[0] ?? {}
        const at = (rows[0] ?? []).indexOf("Sizes as at")
        expect(rows[1]?.[at]).toEqual(new Date("2024-12-31T00:00:00Z"))
      }
    }
  })
})

const lists = ["trafford_charities.csv", "ukcat_sample_charities.csv"]
describe.skipIf(!lists.every((list) => existsSync(path.join(SAMPLES, list))))(
  "Two thousand real groups",
  () => {
    it("go from one LIO into another and come out the same but for their ids", async () => {
      await empty("ribble")
      await empty("other")
      const [wizard] = ways
      await wizard?.bring("trafford.csv", readFileSync(path.join(SAMPLES, "trafford_charities.csv")), "new")
      await wizard?.bring("ukcat.csv", readFileSync(path.join(SAMPLES, "ukcat_sample_charities.csv")), "new")
      await w.system((ctx) =>
        ctx.tx.execute(sql`
        update groups set removed_at = now() where removed_at is null and id not in (select id from groups where removed_at is null order by name, id limit 2000)`),
      )
      const ours = await exported("ribble")
      expect(ours.rows).toHaveLength(2_000)
      const done = await line?.bring("groups.csv", ours.bytes)
      expect(done).toMatchObject({ rows: 2_000, new: 2_000, duplicates: 0, errors: 0 })
      const theirs = await exported("other")
      const [a, b] = [inOrder(ours.rows), inOrder(theirs.rows)]
      expect(b.filter((row) => !a.includes(row)).slice(0, 3)).toEqual([])
      expect(b).toHaveLength(2_000)
    })
  },
)
