import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import { eq, like } from "drizzle-orm"
import { afterAll, describe, expect, it } from "vitest"
import { groups } from "@/db/schema"
import { messyBook, messyXlsx } from "./support/messy-workbook"
import { world } from "./support/world"

const w = await world()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis command line "))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const file = (name: string, bytes: string | Uint8Array) => {
  fs.writeFileSync(path.join(folder, name), bytes)
  return path.join(folder, name)
}

const LOADER = pathToFileURL(path.resolve("bin/register.mjs")).href
type Said = { code: number | null; out: string; err: string }

/** Runs the command line; `stop` closes its standard output (and standard error) before anything is read. */
function trellis(words: string[], { stop = false } = {}): Promise<Said> {
  const own = ["--import", LOADER, path.resolve("bin/trellis.ts")]
  const child = spawn(process.execPath, [...own, ...words], {
    cwd: folder,
    env: { ...process.env, TSX_TSCONFIG_PATH: path.resolve("tsconfig.json") },
  })
  const input = { out: "", err: "" }
  if (stop) for (const pipe of [child.stdout, child.stderr]) pipe.destroy()
  else {
    child.stdout.on("data", (bytes) => (input.out += bytes))
    child.stderr.on("data", (bytes) => (input.err += bytes))
  }
  return new Promise((done) => child.on("close", (code) => done({ code, ...input })))
}
const importing = (...words: string[]) => trellis(["import", "groups", "--lio", "ribble", ...words])
const json = ({ out }: Said) => JSON.parse(out)
const LIST = "Club,Post code,Remarks\nAbacus Society,OL1 1AA,We count.\nBell Ringers,nowhere,We ring.\n"

describe("trellis import groups", () => {
  it("names the other sheets with lists, beside the result", async () => {
    const done = await importing(file("messy.xlsx", await messyXlsx()), "--dry-run", "--json")
    expect(json(done)).toMatchObject({ errors: messyBook().impossible })
    expect(done).toMatchObject({
      code: 0,
      err: "Reading the sheet “Members 24-25”. Bring the others in one by one with --sheet: Clubs.\n",
    })
  })

  it("ends with 1 when it is refused and with 2 when it is used wrongly, always with a sentence", async () => {
    const at = file("c.csv", "Town,Street\nOldham,Mill Lane")
    const ends = [
      [["import", "groups", at], 2, "--lio is missing"],
      [
        ["import", "groups", "--lio", "ribble", at, "--on-duplicate", "guess"],
        2,
        "is one of skip, merge, new",
      ],
      [["import", "groups", "--lio", "ribble", at], 1, "Its columns: Town, Street. Name one with --map."],
      [
        ["import", "groups", "--lio", "nobody", file("d.csv", LIST)],
        1,
        "There is no LIO with that short name.",
      ],
      [["import", "groups", "--lio", "ribble", "gone.csv"], 1, "There is no file gone.csv"],
    ] as const
    const said = await Promise.all(ends.map(([words]) => trellis([...words])))
    for (const [index, [, code, sentence]] of ends.entries()) {
      expect(said[index]).toMatchObject({ code, out: "" })
      expect(said[index]?.err).toMatch(/^trellis: /)
      expect(said[index]?.err).toContain(sentence)
      expect(said[index]?.err).not.toContain("    at ")
    }
  })

  it("does its work also when nobody listens to what it says", async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => `Unheard ${n},nowhere,x`)
    const at = file("unheard.csv", ["Club,Post code,Remarks", ...rows].join("\n"))
    for (const more of [["--json"], []])
      expect(
        await trellis(["import", "groups", "--lio", "ribble", at, ...more], { stop: true }),
      ).toMatchObject({ code: 0 })
    expect(await w.system((ctx) => ctx.tx.$count(groups, like(groups.name, "Unheard %")))).toBe(3_000)
  })
})

describe("trellis import postcodes and places resolve", () => {
  it("reads a version of the table and looks every group up again", async () => {
    const table = (ward: string) =>
      gzipSync(`pcds,doterm,oslaua,osward,lat,long\n"OL1 1AA","",E08000004,${ward},53.5,-2.1\n`)
    const read = async (name: string, ward: string, ...more: string[]) =>
      json(await trellis(["import", "postcodes", file(name, table(ward)), "--json", ...more]))
    expect(await read("NSPL_FEB_2025_UK.csv.gz", "E05000001")).toEqual({
      rows: 1,
      written: 1,
      skipped: 0,
      version: "NSPL_FEB_2025_UK",
    })
    const resolve = async () => json(await trellis(["places", "resolve", "--lio", "ribble", "--json"]))
    await importing(file("here.csv", "Name,Postcode\nHere We Are,OL1 1AA"))
    const here = await w.system((ctx) => ctx.tx.$count(groups, eq(groups.postcode, "OL1 1AA")))
    expect(here).toBeGreaterThan(0)
    expect(await resolve()).toMatchObject({ version: "NSPL_FEB_2025_UK", groups: here })
    expect(await read("again.csv.gz", "E05000002", "--version", "May 2026")).toMatchObject({
      version: "May 2026",
    })
    expect(await resolve()).toMatchObject({ version: "May 2026", moved: here })
    expect(await resolve()).toMatchObject({ moved: 0 })
  })
})

describe("trellis count-ballots", () => {
  it("counts a BLT file by a rule without a database, and refuses others with a sentence", async () => {
    const at = file("c.blt", '3 1\n4 1 0\n3 2 0\n2 3 2 0\n0\n"Ann" "Bob" "Cat"\n"Test"\n')
    const done = await trellis(["count-ballots", at, "--rule", "scottish-stv", "--json"])
    expect(json(done)).toMatchObject({
      seats: 1,
      quota: 5,
      elected: ["Bob"],
      rounds: [{ number: 1 }, { of: "Cat" }],
    })
    const told = await trellis(["count-ballots", at, "--rule", "irv"])
    expect(told.out).toContain("Elected: Bob")
    expect(told.out).toContain("2. Exclusion: Cat")
    for (const [words, code, why] of [
      [["count-ballots", at], 2, "Give a rule"],
      [["count-ballots", "nowhere.blt", "--rule", "irv"], 2, "There is no file"],
      [
        ["count-ballots", file("d.blt", "2 1\n1 3 0"), "--rule", "irv"],
        1,
        "Line 2: There is no candidate 3.",
      ],
    ] as const)
      expect(await trellis([...words])).toMatchObject({ code, err: expect.stringContaining(why) })
  })
})
