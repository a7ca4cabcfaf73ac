import { describe, expect, it } from "vitest"
import { headersOf, mappingFor } from "@/lib/imports/columns/headers"
import { draftRows } from "./support/drafting"

const HEADERS = ["Name", "Tel", "Website", "Contact", "Chair", "Chair phone", "Legal form"]

/** One row read under the usual headers: what it came to, and what was said of it. */
function read(input: Partial<Record<string, string>>, more: string[] = []) {
  const row = HEADERS.map((header) => input[header] ?? (header === "Name" ? "A Group" : ""))
  const rows = [HEADERS, ["Another", "", "", "", "", "", "CIO"], [...row, ...more]]
  const { headers, first } = headersOf(rows)
  const { drafts, problems } = draftRows(
    headers,
    mappingFor(headers, rows.slice(first)),
    rows.slice(first),
    2,
  )
  return { ...drafts[1], told: problems.map(({ row, column, problem }) => `${row} ${column}: ${problem}`) }
}

describe("Nothing of a cell is lost without a word:", () => {
  it.each([
    ["0161 496 0101 ask for Jean", "0161 496 0101", "“ask for Jean” is beside the number and was left out."],
    ["0161 496 0101 (after 6pm)", "0161 496 0101", "“after 6pm” is beside the number and was left out."],
  ])("words beside a telephone number, %s", (Tel, phone, sentence) => {
    expect(read({ Tel })).toMatchObject({ phone, told: [`3 Tel: ${sentence}`] })
  })

  it.each(["Tel: 0161 496 0101", "0161 496 0101 (home)", "0161 496 0101 (m)"])(
    "but what only says which kind it is, %s, is no matter",
    (Tel) => expect(read({ Tel })).toMatchObject({ phone: "0161 496 0101", told: [] }),
  )

  it("two numbers in a cell without a mark between them", () => {
    expect(read({ Tel: "01614960101 07700900103" })).toMatchObject({
      phone: "0161 496 0101",
      secondPhone: "07700 900103",
      told: [],
    })
  })

  it("a second website", () => {
    expect(read({ Website: "a.example, www.b.example" })).toMatchObject({
      website: "https://a.example",
      told: ["3 Website: a.example was taken as the website, not “www.b.example”."],
    })
    for (const Website of ["@ourclub", "http://0161 496 0101", "http://.none"])
      expect(read({ Website })).toMatchObject({ website: null, told: [expect.any(String)] })
  })

  it("numbers of several people, in their order, and one too many", () => {
    const phones = "0161 496 0101 / 07700 900103"
    expect(read({ Chair: "Ann Boo & Bea Coo", "Chair phone": phones }).people).toMatchObject([
      { name: "Ann Boo", phone: "0161 496 0101" },
      { name: "Bea Coo", phone: "07700 900103" },
    ])
    expect(read({ Chair: "Ann Boo", "Chair phone": phones }).told).toEqual([
      "3 Chair phone: There are 2 numbers. 0161 496 0101 was taken, not 07700 900103.",
    ])
  })

  it("a number or an address in the cell of a name", () => {
    expect(read({ Chair: "Ann Boo 07700 900103, ann@boo.example" })).toMatchObject({
      people: [{ name: "Ann Boo", phone: "07700 900103", email: "ann@boo.example" }],
      told: [],
    })
    expect(read({ Chair: "ann@boo.example" })).toMatchObject({
      people: [],
      told: ["3 Chair: “ann@boo.example” is not a person’s name. Nobody was added."],
    })
  })

  it("a name in a cell about how to reach a group", () => {
    const rows = [
      ["Name", "Contact"],
      ["A Group", "Mary 0161 496 0000 mary@x.example"],
    ]
    const { headers, first } = headersOf(rows)
    const { drafts, problems } = draftRows(
      headers,
      mappingFor(headers, rows.slice(first)),
      rows.slice(first),
      2,
    )
    expect(drafts[0]).toMatchObject({ phone: "0161 496 0000", email: "mary@x.example" })
    expect(problems.map(({ problem }) => problem)).toEqual(["“Mary” is beside it and was left out."])
  })

  it("a legal form that Trellis does not know", () => {
    expect(read({ "Legal form": "CIC limited by shares" }).legalForm).toBe("cic")
    expect(mappingFor(["Name", "Legal form"], [["A", "Sport"]])).toMatchObject({ "Legal form": null })
    const { problems } = draftRows(
      ["Name", "Form"],
      { Name: "name", Form: "legalForm" },
      [["A", "Circus"]],
      2,
    )
    expect(problems).toMatchObject([{ problem: "“Circus” is no legal form that Trellis knows." }])
  })

  it("cells beyond the last header", () => {
    expect(read({}, ["", "pushed along"]).told).toEqual([
      "3 Column 8: There are more cells in this row than headers: “pushed along” was left out. A comma in a name or an address may have pushed the others along.",
    ])
    expect(read({}, ["", " "]).told).toEqual([])
  })
})
