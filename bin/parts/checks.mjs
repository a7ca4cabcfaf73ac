import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { ensureBuilt } from "./build.mjs"
import { finish } from "./children.mjs"
import { findChromium } from "./chromium.mjs"
import { addressOf } from "./database.mjs"
import { withTools } from "./node24.mjs"
import { withOwnTrellis } from "./own-trellis.mjs"
import { ROOT } from "./paths.mjs"
import { startPostgres } from "./postgres.mjs"
import { Problem } from "./problem.mjs"
import { readSecrets } from "./secrets.mjs"

const tool = (name) => path.join(ROOT, "node_modules", name)

/** Runs Node with a tool of ours; gives its exit code. */
function run(args, more = {}) {
  const env = { ...withTools(), ...more }
  return finish(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] }))
}

/** A temporary folder that the database's user can enter as well. */
function makeFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `trellis-${name}-`))
  fs.chmodSync(folder, 0o711)
  return folder
}

export const style = async () =>
  (await run([tool("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."])) === 0

export async function types() {
  const made = await run([tool("next/dist/bin/next"), "typegen"])
  return made === 0 && (await run([tool("typescript/bin/tsc"), "--noEmit"])) === 0
}

/** Whether every file, export and package is used by something (knip.jsonc). */
export const leftovers = async () => (await run([tool("knip/bin/knip.js"), "--no-progress"])) === 0

/** Whether the migrations make exactly the tables that db/schema describes. */
export async function migrations() {
  const copy = path.join(ROOT, "node_modules", ".cache", "trellis-migrations")
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(path.join(ROOT, "drizzle"), copy, { recursive: true })
  const before = fs.readdirSync(copy).length
  const flags = [
    "--dialect",
    "postgresql",
    "--schema",
    "./db/schema/index.ts",
    "--out",
    path.relative(ROOT, copy),
  ]
  const code = await run([tool("drizzle-kit/bin.cjs"), "generate", "--name", "left_out", ...flags])
  return code === 0 && fs.readdirSync(copy).length === before
}

const count = (file, read) =>
  fs.existsSync(file) ? read(JSON.parse(fs.readFileSync(file, "utf8"))) : { passed: 0, failed: 1 }

/** The tests without a browser, on a PostgreSQL of their own. */
export async function unit() {
  const folder = makeFolder("test")
  const { POSTGRES_PASSWORD: password } = readSecrets(folder)
  const server = await startPostgres({ folder, password, fast: true })
  const file = path.join(folder, "results.json")
  try {
    const code = await run(
      [
        tool("vitest/vitest.mjs"),
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ],
      { TRELLIS_TEST_POSTGRES: addressOf(server.port, "postgres", password, "postgres") },
    )
    const { passed, failed } = count(file, (said) => ({
      passed: said.numPassedTests,
      failed: Math.max(said.numFailedTests, said.numFailedTestSuites > 0 ? 1 : 0),
    }))
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
  } finally {
    await server.stop()
    fs.rmSync(server.cluster, { recursive: true, force: true })
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export async function build() {
  await ensureBuilt(async (args, problem) => {
    if ((await run(args, { NODE_ENV: "production" })) !== 0) throw new Problem(problem)
  })
  return true
}

/** Says of each test in a browser that failed, if only at its first try, what its page showed then. */
function showPages(folder) {
  if (!fs.existsSync(folder)) return
  const names = fs.readdirSync(folder, { recursive: true })
  for (const name of names.filter((at) => at.endsWith("error-context.md"))) {
    const [, shown = ""] = fs.readFileSync(path.join(folder, name), "utf8").split("# Error details")
    console.log(`\n-- ${path.dirname(name)}${shown.slice(0, 6000)}`)
  }
}

/** The tests in a browser, against a Trellis of their own with the demo in it. */
export async function browser() {
  const chromium = await findChromium()
  const folder = makeFolder("browser")
  const results = path.join(folder, "results.json")
  try {
    const code = await withOwnTrellis(folder, ({ TRELLIS_URL, TRELLIS_TEST_DATA }) =>
      run([tool("@playwright/test/cli.js"), "test", "--pass-with-no-tests"], {
        TRELLIS_URL,
        TRELLIS_TEST_DATA,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: results,
      }),
    )
    const { passed, failed, second } = count(results, ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + (errors?.length ?? 0),
      second: stats.flaky,
    }))
    if (failed || second) showPages(path.join(ROOT, "test-results"))
    if (second) console.log(`Passed only at the second try: ${second}`)
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
