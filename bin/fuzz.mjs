// npm run fuzz [-- --posts N --queries N --seed N --json]: forms and queries as every kind of person, none of them a 500.
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { finish, launch } from "./parts/children.mjs"
import { ensureInstalled } from "./parts/install.mjs"
import { runsOnNode24, typescript } from "./parts/node24.mjs"
import { withOwnTrellis } from "./parts/own-trellis.mjs"
import { giveUp } from "./parts/problem.mjs"

try {
  ensureInstalled()
  if (!runsOnNode24(import.meta.url)) {
    process.env.TRUSTED_PROXIES = "127.0.0.1, ::1"
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis-fuzz-"))
    fs.chmodSync(folder, 0o711)
    const script = [...typescript("tests/fuzz/fuzz.ts"), ...process.argv.slice(2)]
    try {
      process.exitCode = await withOwnTrellis(folder, (env) =>
        finish(launch(script, { ...env, NODE_ENV: "production" }, ["ignore", "inherit", "inherit"])),
      )
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
} catch (error) {
  giveUp(error)
}
