import { existsSync } from "node:fs"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, people } from "@/db/schema"
import { leavePerson } from "@/lib/groups/leaving/commands"
import { addPerson } from "@/lib/people/commands"
import { bringing, caseFile, told } from "./support/bringing"
import { world } from "./support/world"

const w = await world()
const { ways, group } = bringing(w)
const there = existsSync(path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "../cases"))

describe.skipIf(!there).each(ways)("Small lists that went wrong, by $way:", ({ bring, lio }) => {
  const stands = (name: string) => group(name, lio)

  it("semicolons between cells and commas in them", async () => {
    expect(await bring("01.csv", caseFile("01-semicolon-commas.csv"))).toMatchObject({ new: 6, problems: [] })
    expect(await stands("Case01 Lunch Club 1")).toMatchObject({
      address: "1 High Street, Flat 3, Millbrook, Oldham",
      email: "c01.1@example.org",
    })
  })

  it("UTF-16 without a mark", async () => {
    expect(await bring("03.csv", caseFile("03-utf16-nobom.csv"))).toMatchObject({ new: 2, problems: [] })
    expect(await stands("Case03 Café Crèche")).toMatchObject({ email: "c03@example.org" })
    expect(await stands("Case03 Łódź Friends")).toMatchObject({ email: "c03b@example.org" })
  })

  it("a quotation mark that is never closed", async () => {
    await expect(bring("04.csv", caseFile("04-unclosed-quote.csv"))).rejects.toThrow(
      /^A quotation mark \("\) that begins a cell in line 2 is never closed/,
    )
    expect(await stands("Case04 Next Club")).toBeNull()
  })

  it("numbers as Excel leaves them", async () => {
    const done = await bring("06.csv", caseFile("06-excel-numbers.csv"))
    expect(done).toMatchObject({ rows: 6, new: 6 })
    expect(await stands("Case06 Zero lost")).toMatchObject({
      phone: "07700 900106",
      income: 1_200_000,
      volunteers: 12,
    })
    expect(await stands("Case06 Landline")).toMatchObject({ phone: "0161 496 0106" })
    expect(await stands("Case06 With .0")).toMatchObject({
      phone: "07700 900108",
      income: 150_000,
      volunteers: 7,
    })
    for (const name of ["Case06 Scientific", "Case06 Scientific full", "Case06 Forty-four"])
      expect(await stands(name)).toMatchObject({ phone: null, income: null })
    for (const row of [3, 4, 5])
      expect(told(done, row).join()).toMatch(/Phone: “[\d.]+E\+\d+” is not a telephone/)
    const numbers = await w.system(
      (ctx) =>
        ctx.tx.execute<{ value: string }>(
          sql`select value from group_identifiers i join groups g on g.id = i.group_id where g.name like 'Case06%' order by 1`,
        ),
      lio,
    )
    expect(numbers.map(({ value }) => value)).toEqual(["1000116", "1000118"])
  })

  it("days that are none, and an instant", async () => {
    const done = await bring("07.csv", caseFile("07-dates.csv"))
    const days = async (name: string) => {
      const one = await stands(`Case07 ${name}`)
      return [one?.joinedOn, one?.registeredOn]
    }
    expect(await days("Leap no")).toEqual([null, "2024-02-29"])
    expect(await days("American")).toEqual([null, "2019-12-31"])
    expect(await days("ISO time")).toEqual(["2024-04-01", "2024-10-27"])
    expect(await days("Serial")).toEqual(["2023-03-15", "2023-03-15"])
    expect(await days("Two digit")).toEqual(["2024-04-01", "1975-04-01"])
    expect(await days("Month year")).toEqual(["2019-04-01", "2020-09-01"])
    expect(await days("Future")).toEqual([null, null])
    expect(await days("Year only")).toEqual([null, null])
    expect(await days("Dotted")).toEqual(["2019-04-01", "2019-03-04"])
    expect(await days("Excel zero")).toEqual([null, null])
    expect(told(done, 8)[0] ?? "").toMatch(/is in the future|is not a date/)
    expect(told(done).join("\n")).toContain("“01/04/2062” is in the future.")
    for (const row of [2, 3, 7, 8, 9, 11]) expect(told(done, row).length).toBeGreaterThan(0)
  })

  it("three people on one address, and one name in three groups", async () => {
    const shared = await bring("08.csv", caseFile("08-shared-address.csv"))
    expect(shared).toMatchObject({ new: 3 })
    for (const [name, person] of [
      ["Case08 Post Desk A", "Ann Boothroyd"],
      ["Case08 Post Desk B", "Bilal Hussain"],
      ["Case08 Post Desk C", "Ceri Vaughan"],
    ] as const)
      expect(await stands(name)).toMatchObject({ email: "hello08@example.org", people: [{ name: person }] })
    expect(told(shared).join()).toMatch(/hello08@example.org is listed for different people/)
    await bring("08b.csv", caseFile("08-no-email-chair.csv"))
    const kwame = await w.system(
      (ctx) => ctx.tx.select().from(people).where(eq(people.name, "Kwame Asante")),
      lio,
    )
    expect(kwame).toHaveLength(3)
  })

  it("ticks", async () => {
    expect(await bring("10.csv", caseFile("10-ticks.csv"))).toMatchObject({ new: 4, problems: [] })
    for (const name of ["Case10 Tick x", "Case10 Tick yes", "Case10 Tick mark"])
      expect(await stands(name)).toMatchObject({ faithBased: true, directoryConsent: true })
    expect(await stands("Case10 No")).toMatchObject({ faithBased: false, directoryConsent: false })
  })

  it("text that was encoded twice", async () => {
    const done = await bring("14.csv", caseFile("14-mojibake.csv"))
    expect(await stands("Case14 Café Mojibake")).toMatchObject({ income: 1_250_000 })
    expect(told(done)).toEqual([
      "2 Name: “Case14 CafÃ© Mojibake” was read as “Case14 Café Mojibake”. Check it.",
      "2 Income: “Â£12,500” was read as “£12,500”. Check it.",
    ])
  })

  it("a workbook whose days count from 1904", async () => {
    await bring("16.xlsx", caseFile("16-1904.xlsx"))
    expect(await stands("Case16 Nineteen four")).toMatchObject({
      joinedOn: "2024-03-31",
      phone: "07700 900119",
    })
    expect(await stands("Case16 Nineteen four plain")).toMatchObject({ joinedOn: "2024-03-31" })
  })

  it("a chair who has left", async () => {
    const maria = await w.system(
      (ctx) =>
        addPerson(ctx, {
          ...{ name: "Maria Okoro", email: "maria.okoro@example.org" },
          phone: null,
          channel: null,
          about: null,
        }),
      lio,
    )
    await w.system((ctx) => leavePerson(ctx, { id: maria.id }), lio)
    const done = await bring("23.csv", caseFile("23-left-person.csv"))
    expect(told(done)).toEqual([
      expect.stringMatching(/^2 Chair: Maria Okoro has left, so no role was given/),
    ])
    expect((await stands("Case23 New Chair Of Old Person"))?.people).toEqual([])
    expect(
      await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, "Case23")), lio),
    ).toEqual([])
  })
})
