// npm run bench [-- --json FILE]: speed as ratios against a reference in the same run, and page weights against the budgets.
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { end, finish, launch } from "./parts/children.mjs"
import { ensureInstalled } from "./parts/install.mjs"
import { runsOnNode24, typescript, withTools } from "./parts/node24.mjs"
import { ROOT } from "./parts/paths.mjs"
import { giveUp, Problem } from "./parts/problem.mjs"
import { until } from "./parts/process.mjs"

const freePort = () =>
  new Promise((done) => {
    const server = net.createServer().listen(0, () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

try {
  ensureInstalled()
  if (!runsOnNode24(import.meta.url)) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis-bench-"))
    fs.chmodSync(folder, 0o711)
    const port = await freePort()
    const env = {
      ...withTools(),
      DATA_DIR: path.join(folder, "data"),
      PORT: String(port),
      WORKER: "1",
      DEMO: "1",
    }
    const server = launch([path.join(ROOT, "bin/start.mjs")], env, ["ignore", "pipe", "inherit"])
    let said = ""
    server.stdout.on("data", (chunk) => (said += chunk))
    try {
      const up = await until(
        () => said.includes("Trellis is ready") || (server.exitCode !== null && "dead"),
        300_000,
        200,
      )
      if (up !== true) throw new Problem("Trellis did not start for the benchmark.")
      const bench = launch(
        [...typescript("tests/bench/bench.ts"), ...process.argv.slice(2)],
        {
          ...env,
          TRELLIS_TEST_DATA: env.DATA_DIR,
          TRELLIS_URL: `http://localhost:${port}`,
          NODE_ENV: "production",
        },
        ["ignore", "inherit", "inherit"],
      )
      process.exitCode = await finish(bench)
    } finally {
      await end(server, 90)
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
} catch (error) {
  giveUp(error)
}
