import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { finish, launch } from "./children.mjs"
import { ensureInstalled } from "./install.mjs"
import { runsOnNode24, typescript } from "./node24.mjs"
import { giveUp } from "./problem.mjs"

/**
 * Runs a script of tests/ against a Trellis of its own with the demo in it, with what was given on the command line; ends
 * with its exit code. `entry` is the file that was started; `settings` are variables for that Trellis.
 */
export async function drill(entry, script, settings = {}) {
  try {
    ensureInstalled()
    if (runsOnNode24(entry)) return
    const { withOwnTrellis } = await import("./own-trellis.mjs")
    Object.assign(process.env, settings)
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), `trellis-${path.basename(script, ".ts")}-`))
    fs.chmodSync(folder, 0o711)
    const whole = [...typescript(script), ...process.argv.slice(2)]
    try {
      process.exitCode = await withOwnTrellis(folder, (env) =>
        finish(launch(whole, { ...env, NODE_ENV: "production" }, ["ignore", "inherit", "inherit"])),
      )
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  } catch (error) {
    giveUp(error)
  }
}
