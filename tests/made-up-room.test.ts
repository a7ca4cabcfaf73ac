import { execFileSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, expect, it } from "vitest"
import { LINES, MADE_UP_ROOM } from "./support/made-up-room"
import { world } from "./support/world"

const root = path.resolve(import.meta.dirname, "..")
const w = await world()
const copy = fs.mkdtempSync(path.join(os.tmpdir(), "trellis-room-"))
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

const run = (...given: string[]) =>
  execFileSync(process.execPath, given, { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })

/** A copy of the house in which one more room stands. */
function build() {
  for (const name of [
    "app",
    "bin",
    "db",
    "drizzle",
    "emails",
    "lib",
    "drizzle.config.ts",
    "package.json",
    "tsconfig.json",
  ])
    fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  fs.symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"))
  for (const [file, text] of Object.entries(MADE_UP_ROOM)) {
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    fs.writeFileSync(path.join(copy, file), text.trimStart())
  }
  for (const { file, edits } of LINES) {
    const at = path.join(copy, file)
    const changed = edits.reduce(
      (text, [from, to]) => {
        expect(text, `${file} has no “${from}” any more`).toContain(from)
        return text.replace(from, to)
      },
      fs.readFileSync(at, "utf8"),
    )
    fs.writeFileSync(at, changed)
  }
  run("node_modules/drizzle-kit/bin.cjs", "generate", "--name", "visits")
}

it("A room that is added has jobs, search, timeline, undo, navigation, letters and a wall, by its own files and a line in two lists", () => {
  build()
  const files = ["--import", "./bin/register.mjs", "try.ts"]
  const told = JSON.parse(
    run(...files, w.foodbank.id, w.lead.id)
      .trim()
      .split("\n")
      .at(-1) ?? "{}",
  )
  expect(told).toEqual({
    found: [{ kind: "visit", path: "visits", title: "Zeppelin landing" }],
    told: { staff: ["Planned a visit: Zeppelin landing"], member: ["Planned a visit: Zeppelin landing"] },
    seen: { staff: 1, member: 0 },
    reminded: [{ yes: true }],
    letter: { subject: "A visit: Zeppelin landing", sent: true },
    undone: { path: "visits", text: "Cancelled Zeppelin landing" },
    gone: 0,
    clock: true,
    navigation: true,
    part: "Visits",
    stream: true,
  })
})

/** What the compiler says of the copy. */
function compile(): string {
  try {
    return run("node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false")
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  }
}

it("A name that no room has declared does not compile", () => {
  expect(compile()).toBe("")
  const commands = path.join(copy, "lib/visits/commands.ts")
  const right = fs.readFileSync(commands, "utf8")
  const misspelt = [
    ['what: "visit.planned"', 'what: "visit.planed"'],
    ['"remind-of-visits", {}', '"remind-of-visit", {}'],
    ['stream: "visits"', 'stream: "visit"'],
  ] as const
  const wrong = misspelt.reduce((text, [from, to]) => text.replace(from, to), right)
  fs.writeFileSync(commands, wrong)
  const line = (of: string) => wrong.split("\n").findIndex((one) => one.includes(of)) + 1
  const said = compile()
  for (const [, to] of misspelt) expect(said, to).toContain(`lib/visits/commands.ts(${line(to)},`)
})
