import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { WrongUsage } from "@/bin/command"
import { command } from "@/bin/commands/import-groups"
import { groups } from "@/db/schema"
import { messyBook, messyXlsx } from "./support/messy-workbook"
import { world } from "./support/world"

const w = await world()
const folder = mkdtempSync(path.join(tmpdir(), "import-"))
const file = (name: string, content: string | Uint8Array) => {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}
const run = (at: string, options: Record<string, string> = {}, ...flags: string[]) =>
  command.run({ options: { lio: "ribble", ...options }, flags: new Set(flags), rest: [at] })
const named = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, name))))[0]

describe("trellis import groups", () => {
  it("says what would happen and writes nothing with --dry-run", async () => {
    const at = file("dry.csv", "Name,Postcode\nDry Group,OL1 1AA\n,OL1 1AB")
    expect(await run(at, {}, "dry-run")).toEqual({
      rows: 2,
      new: 1,
      updated: 0,
      unchanged: 0,
      duplicates: 0,
      errors: 1,
      problems: [{ row: 3, column: "Name", problem: "There is no name. A group needs one." }],
      mapping: { Name: "name", Postcode: "postcode" },
    })
    expect(await named("Dry Group")).toBeUndefined()
    expect(await run(at)).toMatchObject({ new: 1, errors: 1 })
    expect(await named("Dry Group")).toBeDefined()
  })

  it("takes the columns from --map, and names what is wrong in it", async () => {
    const at = file("map.csv", "Thing,Elsewhere\nMapped Group,OL1 1AA")
    await expect(run(at)).rejects.toThrow(/Name one with --map/)
    const map = file("map.json", JSON.stringify({ Thing: "name", Elsewhere: null }))
    expect(await run(at, { map })).toMatchObject({ new: 1, mapping: { Thing: "name", Elsewhere: null } })
    expect(await named("Mapped Group")).toMatchObject({ postcode: null })
    for (const [value, sentence] of [
      ['{"Nothing": "name"}', /does not have/],
      ['{"Thing": "colour"}', /names a field “colour”/],
      ["Thing=name", /cannot be read as JSON/],
      ["null", /cannot be read as JSON/],
    ] as const)
      await expect(run(at, { map: file("wrong.json", value) })).rejects.toThrow(sentence)
  })

  it("reads the sheet of --sheet", async () => {
    const at = file("book.xlsx", await messyXlsx())
    expect(await run(at, { sheet: "Clubs" })).toMatchObject({ new: messyBook().second })
    await expect(run(at, { sheet: "Cubs" })).rejects.toThrow(/no sheet called “Cubs”.*Members 24-25/)
    expect(await run(at, {}, "dry-run")).toMatchObject({ errors: messyBook().impossible })
  })

  it("does with possible duplicates what --on-duplicate says", async () => {
    await run(file("one.csv", "Club,Postcode\nDuck Pond Anglers,OL1 1AA"))
    const moved = file("two.csv", "Club,Postcode\nDuck Pond Anglers,OL9 9AA")
    expect(await run(moved)).toMatchObject({ duplicates: 1, new: 0 })
    expect(await run(moved, { "on-duplicate": "merge" })).toMatchObject({ updated: 1 })
    expect(await named("Duck Pond Anglers")).toMatchObject({ postcode: "OL9 9AA" })
    const third = file("three.csv", "Club,Postcode\nDuck Pond Anglers,M1 1AA")
    expect(await run(third, { "on-duplicate": "new" })).toMatchObject({ new: 1 })
    await expect(run(moved, { "on-duplicate": "guess" })).rejects.toThrow(WrongUsage)
  })

  it("says in one sentence what is missing", async () => {
    await expect(run(path.join(folder, "nowhere.csv"))).rejects.toThrow(/There is no file/)
    await expect(command.run({ options: {}, flags: new Set(), rest: ["x"] })).rejects.toThrow(WrongUsage)
    await expect(
      command.run({ options: { lio: "ribble" }, flags: new Set(), rest: ["a", "b"] }),
    ).rejects.toThrow(WrongUsage)
  })
})
