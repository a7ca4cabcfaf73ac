import { describe, expect, it } from "vitest"
import { NotAllowed } from "@/lib/errors"
import { addField, retireField } from "@/lib/fields/commands"
import { addFieldInput } from "@/lib/fields/input"
import { listFields } from "@/lib/fields/queries"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { COLUMNS, chosenColumns, columnsOf } from "@/lib/groups/list/columns"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns, listGroupIds, listGroups } from "@/lib/groups/list/queries"
import { isNarrowed, listQuery, readList } from "@/lib/lists/input"
import { readSheet } from "@/lib/spreadsheet/read"
import { TABLE_FILES, type Table, type TableFile } from "@/lib/spreadsheet/tables"
import { world } from "./support/world"

const w = await world()
const list = (query: string) => w.asWorker((ctx) => listGroups(ctx, readList(groupList, query)))
const names = async (query: string) => (await list(query)).rows.map(({ name }) => name)
const lines = (query: string, everything = false) =>
  w.asWorker(async (ctx) => {
    const columns = await fileColumns(ctx, readList(groupList, query), everything)
    const rows: (string | number)[][] = []
    for await (const some of eachLine(ctx, readList(groupList, query), columns)) rows.push(...some)
    return { headings: columns.map(({ label }) => label), rows }
  })

describe("The columns of the list", () => {
  it("are the usual ones until others are chosen, the name first", async () => {
    expect(chosenColumns(COLUMNS).map(({ key }) => key)).toEqual([
      "name",
      "stage",
      "membership",
      "area",
      "contact",
      "last",
      "joined",
    ])
    expect(chosenColumns(COLUMNS, ["phone", "name", "nonsense"]).map(({ key }) => key)).toEqual([
      "name",
      "phone",
    ])
    expect((await list("")).rows[0]).not.toHaveProperty("more")
  })

  it("stand in the address, whichever way they were sent, and narrow nothing", () => {
    const sent = readList(groupList, { cols: ["phone", "trustees", "'; drop"] })
    expect(listQuery(groupList, sent)).toBe("cols=phone%2Ctrustees")
    expect(listQuery(groupList, readList(groupList, "cols=phone,trustees"))).toBe("cols=phone%2Ctrustees")
    const usual = ["stage", "membership", "area", "contact", "last", "joined"]
    for (const cols of [usual, ["name", ...usual]])
      expect(listQuery(groupList, readList(groupList, { cols }))).toBe("")
    const moved = readList(groupList, { cols: ["name", ...usual.toReversed()] })
    expect(listQuery(groupList, moved)).toBe(
      "cols=name%2Cjoined%2Clast%2Ccontact%2Carea%2Cmembership%2Cstage",
    )
    expect(isNarrowed(groupList, sent)).toBe(false)
  })

  it("show what is kept: 0 is none, nothing is not known", async () => {
    await w.asWorker((ctx) =>
      addGroup(ctx, {
        name: "Column Club",
        phone: "01200 1",
        trustees: 0,
        income: 250_00,
        faithBased: false,
      }),
    )
    const { rows, extra } = await list("q=Column Club&cols=phone,trustees,volunteers,income,faithBased")
    expect(extra.map(({ show }, at) => show(rows[0]?.more?.[at]))).toEqual([
      "01200 1",
      "None",
      "",
      "£250",
      "No",
    ])
  })

  it("can each be sorted by, both ways, with what is not known last", async () => {
    for (const { sort } of COLUMNS)
      for (const way of sort ? [sort, `-${sort}`] : [])
        expect((await list(`sort=${way}`)).rows.length, way).toBeGreaterThan(3)
    await w.asWorker(async (ctx) => {
      await addGroup(ctx, { name: "Sorted Two", volunteers: 2 })
      await addGroup(ctx, { name: "Sorted Ten", volunteers: 10 })
      await addGroup(ctx, { name: "Sorted Unknown" })
    })
    expect(await names("q=Sorted&sort=volunteers")).toEqual(["Sorted Two", "Sorted Ten", "Sorted Unknown"])
    expect(await names("q=Sorted&sort=-volunteers")).toEqual(["Sorted Ten", "Sorted Two", "Sorted Unknown"])
  })
})

describe("The LIO’s own questions in the list", async () => {
  const ask = (kind: string, label: string, options = "") =>
    w.asManager((ctx) => addField(ctx, addFieldInput.parse({ label, kind, options, forGroups: "nothing" })))
  const hall = await ask("yes_no", "Has a hall")
  const grant = await ask("money", "Grant")
  const visit = await ask("date", "Visited on")
  const kind = await ask("choices", "Works with", "Children\nOlder people")
  const note = await ask("text", "Note")
  await w.asWorker(async (ctx) => {
    const one = await addGroup(ctx, { name: "Answer One" })
    await addGroup(ctx, { name: "Answer Two" })
    const custom = {
      [hall.id]: false,
      [grant.id]: 1250_00,
      [visit.id]: "2026-03-04",
      [kind.id]: ["Children"],
      [note.id]: "100% sure",
    }
    await changeGroup(ctx, one.id, { version: 1, custom })
  })
  const asked = (query: string) => names(`q=Answer&${query}`)

  it("narrow it, and what is not known is its own answer", async () => {
    expect(await asked(`f.${hall.id}=no`)).toEqual(["Answer One"])
    expect(await asked(`f.${hall.id}=yes`)).toEqual([])
    expect(await asked(`f.${hall.id}=not-known`)).toEqual(["Answer Two"])
    expect(await asked(`f.${grant.id}.from=1,000&f.${grant.id}.to=1250`)).toEqual(["Answer One"])
    expect(await asked(`f.${grant.id}.from=1251`)).toEqual([])
    expect(await asked(`f.${visit.id}.from=2026-03-04&f.${visit.id}.to=2026-03-04`)).toEqual(["Answer One"])
    expect(await asked(`f.${visit.id}.to=2026-03-03`)).toEqual([])
    expect(await asked(`f.${kind.id}=Children`)).toEqual(["Answer One"])
    expect(await asked(`f.${kind.id}=none-of-these`)).toEqual([])
    expect(await asked(`f.${note.id}=0%25`)).toEqual(["Answer One"])
    expect(await asked(`f.${note.id}=1_0`)).toEqual([])
    const ids = await w.asWorker((ctx) => listGroupIds(ctx, readList(groupList, `f.${hall.id}=no`)))
    expect(ids).toHaveLength(1)
  })

  it("are columns that are shown, sorted and taken along in a file", async () => {
    const query = `q=Answer&cols=f.${grant.id},f.${visit.id},f.${kind.id},f.${hall.id}&sort=-f.${grant.id}`
    const { rows, extra } = await list(query)
    expect(extra.map(({ show }, at) => show(rows[0]?.more?.[at]))).toEqual([
      "£1,250",
      "4 March 2026",
      "Children",
      "No",
    ])
    expect(await lines(query)).toEqual({
      headings: ["Name", "Grant", "Visited on", "Works with", "Has a hall"],
      rows: [
        ["Answer One", 1250, "2026-03-04", "Children", "No"],
        ["Answer Two", "", "", "", ""],
      ],
    })
  })

  it("leave the columns when they are retired, and still narrow a list that was kept", async () => {
    await w.asManager((ctx) => retireField(ctx, { id: note.id }))
    const left = await w.asWorker(async (ctx) => columnsOf(await listFields(ctx)))
    expect(left.map(({ label }) => label)).not.toContain("Note")
    expect(await asked(`f.${note.id}=sure`)).toEqual(["Answer One"])
  })
})

describe("A list as a file", () => {
  it("has the columns in sight, or everything that is kept", async () => {
    expect((await lines("q=Column Club&cols=phone")).rows).toEqual([["Column Club", "01200 1"]])
    const all = await lines("q=Column Club&cols=phone", true)
    expect(all.headings).toEqual(expect.arrayContaining(["Email", "Numbers on registers", "Themes", "Grant"]))
    const at = all.headings.indexOf("Exact yearly income")
    expect(all.rows[0]?.[at]).toBe(250)
  })

  it("opens in each kind of file with its text as text", async () => {
    const table = {
      name: "Groups",
      headings: ["Name", "Staff"],
      pieces: [[['=HYPERLINK("x")', 3] as (string | number)[]]],
    }
    const whole = async (format: TableFile, of: Table) => {
      const parts: Uint8Array[] = []
      for await (const part of TABLE_FILES[format].write(of)) parts.push(part)
      return Buffer.concat(parts)
    }
    const csv = (await whole("csv", table)).toString()
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m)
    for (const format of ["xlsx", "ods"] as const) {
      const { rows } = await readSheet(await whole(format, table))
      expect(rows, format).toEqual([
        ["Name", "Staff"],
        ['=HYPERLINK("x")', "3"],
      ])
    }
    expect(JSON.parse((await whole("json", table)).toString())).toEqual([
      { Name: '=HYPERLINK("x")', Staff: 3 },
    ])
    const twice = { name: "Groups", headings: ["Name", "Name"], pieces: [[["Theirs", "Ours"]]] }
    expect(JSON.parse((await whole("json", twice)).toString())).toEqual([
      { Name: "Theirs", "Name (2)": "Ours" },
    ])
  })

  it("is for staff of this LIO", async () => {
    const take = (as: typeof w.asWorker) =>
      as(async (ctx) => {
        const rows: unknown[][] = []
        for await (const some of eachLine(
          ctx,
          readList(groupList, ""),
          await fileColumns(ctx, readList(groupList, ""), true),
        ))
          rows.push(...some)
        return JSON.stringify(rows)
      })
    await expect(take(w.asLead)).rejects.toThrow(NotAllowed)
    expect(await take(w.asViewer)).toContain("Column Club")
    expect(await take(w.asOtherManager)).not.toContain("Column Club")
  })
})
