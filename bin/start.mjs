// npm start: everything from a fresh clone to a running Trellis. `--dev`: with reload while you change the code.
import { ensureInstalled } from "./parts/install.mjs"
import { runsOnNode24 } from "./parts/node24.mjs"
import { giveUp } from "./parts/problem.mjs"

try {
  ensureInstalled()
  if (!runsOnNode24(import.meta.url)) {
    const { serve } = await import("./parts/serve.mjs")
    await serve({ dev: process.argv.includes("--dev") })
  }
} catch (error) {
  giveUp(error)
}
