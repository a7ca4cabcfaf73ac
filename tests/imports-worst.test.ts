import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import {
  confirmImport,
  decideDoubt,
  mapColumns,
  meanWords,
  runImport,
  takeFile,
} from "@/lib/imports/wizard/commands"
import { checkImport, getImport } from "@/lib/imports/wizard/queries"
import { addType } from "@/lib/memberships/types/commands"
import { typeOf } from "./support/membership"
import { world } from "./support/world"
import { type Meant, worstList } from "./support/worst-list"

const w = await world()
const list = worstList()
type Stands = {
  name: string
  people: { name: string; email: string | null; role: string; title: string | null }[]
  periods: { kind: string; startsOn: string | null; endsOn: string | null; paid: boolean }[]
  charity: string | null
  tags: string[]
  custom: Record<string, string>
} & Record<string, unknown>

describe("A list of two hundred rows, worse than any", () => {
  let interactions = 0
  const problems = new Map<number, Set<string>>()
  const stands = new Map<string, Stands>()
  let counts: Record<string, number> = {}

  beforeAll(async () => {
    await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
    const associate = await w.asManager((ctx) =>
      addType(ctx, typeOf({ name: "Associate", standing: "affiliate" })),
    )
    // Choose the file, press.
    interactions += 2
    const { id } = await w.asWorker((ctx) =>
      takeFile(ctx, { name: "worst.csv", bytes: Buffer.from(list.text) }),
    )
    // The columns are right as they were guessed: press.
    interactions += 1
    const { headers, mapping } = await w.asWorker((ctx) => getImport(ctx, id))
    await w.asWorker((ctx) =>
      mapColumns(ctx, { id, columns: headers.map((header) => mapping[header] ?? "") }),
    )
    const { words, doubts } = await w.asWorker((ctx) => checkImport(ctx, id))
    // Each unknown word once, and press.
    expect(words.map(({ value }) => value).sort()).toEqual(["Ask first", "Gold"])
    interactions += words.length + 1
    await w.asWorker((ctx) =>
      meanWords(ctx, {
        id,
        words: words.map(({ at, value }) => ({ at, value })),
        meanings: words.map(({ value }) => (value === "Gold" ? associate.id : "")),
      }),
    )
    // All doubles are put together, and press; then bring it in.
    expect(doubts).toHaveLength(10)
    interactions += 2
    await w.asWorker((ctx) => decideDoubt(ctx, { id, row: null, decision: "merge" }))
    for (const { row, column } of (await w.asWorker((ctx) => checkImport(ctx, id))).problems)
      problems.set(row, (problems.get(row) ?? new Set()).add(column))
    interactions += 1
    await w.asWorker((ctx) => confirmImport(ctx, { id }))
    await w.system((ctx) => runImport(ctx, id))
    counts = (await w.asWorker((ctx) => getImport(ctx, id))).counts
    const rows = await w.system((ctx) =>
      ctx.tx.execute<Stands>(sql`
        select g.name, g.postcode, g.address, g.email, g.phone, g.second_phone as "secondPhone", g.about, g.joined_on::text as "joinedOn",
          g.income::float8 as income, g.income_band as "incomeBand", g.directory_consent as "directoryConsent", g.custom,
          coalesce((select json_agg(json_build_object('name', p.name, 'email', p.email, 'role', r.role, 'title', r.title)) from roles r join people p on p.id = r.person_id where r.group_id = g.id), '[]') as people,
          coalesce((select json_agg(json_build_object('kind', t.name, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'paid', m.paid_on is not null)) from memberships m join membership_types t on t.id = m.type_id where m.group_id = g.id), '[]') as periods,
          (select value from group_identifiers i where i.group_id = g.id and i.register = 'GB-CHC') as charity,
          coalesce((select array_agg(t.name) from group_terms gt join terms t on t.id = gt.term_id where gt.group_id = g.id), '{}') as tags
        from groups g where g.removed_at is null`),
    )
    for (const row of rows) stands.set(row.name, row)
  })

  const wrong = (of: (meant: Meant, row: Stands) => unknown) =>
    list.meant.flatMap((meant) => {
      const row = meant.name === null ? null : stands.get(meant.name)
      if (!row) return []
      const said = of(meant, row)
      return said ? [{ row: meant.row, name: meant.name, said }] : []
    })

  it("has two hundred rows, each of them a group, put together with one, or named as none", () => {
    expect(list.rows).toBe(200)
    expect(counts).toMatchObject({ rows: 200, new: 184, updated: 10, duplicates: 0, errors: 6 })
  })

  it("has every name where a clerk would put it", () => {
    expect(
      list.meant.filter(({ name }) => name !== null && !stands.has(name)).map(({ row, name }) => [row, name]),
    ).toEqual([])
  })

  it("has every address, date and amount where a clerk would put it", () => {
    expect(
      wrong(({ facts }, row) => {
        const off = Object.entries(facts).filter(([field, value]) => (row[field] ?? null) !== (value ?? null))
        return off.length > 0 && off.map(([field, value]) => `${field}: ${row[field]} for ${value}`)
      }),
    ).toEqual([])
  })

  it("has every person with their role, every number, tag and note", () => {
    expect(
      wrong(({ people, charity, hub, notes }, row) => {
        for (const one of people ?? [])
          if (
            !row.people.some((there) =>
              Object.entries(one).every(([key, value]) => (there[key as "name"] ?? null) === (value ?? null)),
            )
          )
            return { meant: one, there: row.people }
        if (people && people.length !== row.people.length) return row.people
        if (charity !== undefined && row.charity !== charity) return { charity: row.charity }
        if (hub !== undefined && row.tags.includes("Community hub") !== hub) return row.tags
        return notes !== undefined && !Object.values(row.custom).includes(notes) && row.custom
      }),
    ).toEqual([])
  })

  it("has every membership with its kind and days", () => {
    expect(
      wrong(({ period }, row) => {
        if (period === undefined) return null
        return (
          JSON.stringify(row.periods) !== JSON.stringify(period ? [period] : []) && {
            meant: period,
            there: row.periods,
          }
        )
      }),
    ).toEqual([])
  })

  it("names what it could not take, by row and column, and nothing else", () => {
    const unnamed = list.meant.flatMap(({ row, named }) =>
      named.filter((column) => !problems.get(row)?.has(column)).map((column) => [row, column]),
    )
    expect(unnamed).toEqual([])
    const meant = new Map(list.meant.map(({ row, named }) => [row, new Set(named)]))
    const uncalled = [...problems].flatMap(([row, columns]) =>
      [...columns].filter((column) => !meant.get(row)?.has(column)).map((column) => [row, column]),
    )
    expect(uncalled).toEqual([])
  })

  it("takes no more than twelve interactions", () => {
    expect(interactions).toBeLessThanOrEqual(12)
  })
})
