import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { parse } from "csv-parse/sync"
import { afterAll, describe, expect, it } from "vitest"
import { writeExport } from "@/bin/archive/export"
import * as make from "@/db/seed/factories"
import { world } from "./support/world"

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis-export-"))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const read = (name: string) => fs.readFileSync(path.join(folder, "all", name), "utf8")

describe("An LIO that leaves", async () => {
  const w = await world()
  await w.system((ctx) => make.group(ctx, { name: '=HYPERLINK("http://x")', stage: "member" }))
  const files = await writeExport({ id: w.ribble.id, name: "Ribble CVS" }, path.join(folder, "all"), () => {})

  it("takes every group along, twice the same", () => {
    const json = JSON.parse(read("groups.json")) as { id: string; name: string }[]
    const csv = parse(read("groups.csv"), { columns: true, bom: true }) as { id: string; name: string }[]
    expect(files.find(({ name }) => name === "groups.csv")?.rows).toBe(json.length)
    expect(csv.map(({ id }) => id).sort()).toEqual(json.map(({ id }) => id).sort())
    expect(json.map(({ name }) => name)).toContain("Côr Meibion Llanfair")
  })

  it("gets text that looks like a formula as text", () => {
    expect(read("groups.csv")).not.toMatch(/(^|,|")=HYPERLINK/m)
    expect(read("groups.json")).toContain("=HYPERLINK")
  })

  it("takes nothing of another LIO along", () => {
    for (const { name } of files) expect(read(name)).not.toMatch(/Stranger|Other Valley/)
  })

  it("can read what each table and column means", () => {
    const readme = read("README.md")
    expect(readme).toContain("## groups")
    expect(readme).toContain("the audit log and every group's timeline")
    expect(readme).toMatch(/\| group_id \| uuid \| .*Points to groups\./)
  })

  it("does not write over what is there", async () => {
    await expect(
      writeExport({ id: w.ribble.id, name: "Ribble CVS" }, path.join(folder, "all"), () => {}),
    ).rejects.toThrow("not empty")
  })
})
