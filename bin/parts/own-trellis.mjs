import net from "node:net"
import path from "node:path"
import { end, launch } from "./children.mjs"
import { withTools } from "./node24.mjs"
import { ROOT } from "./paths.mjs"
import { Problem } from "./problem.mjs"
import { until } from "./process.mjs"

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/**
 * Runs `work` against a Trellis of its own in this folder, and stops it afterwards: with the demo in it, or without; `email` is its
 * EMAIL_URL.
 * The work is also given what it printed as it started.
 */
export async function withOwnTrellis(folder, work, { demo = true, email = "outbox:" } = {}) {
  const port = await freePort()
  const data = path.join(folder, "data")
  const env = {
    ...withTools(),
    DATA_DIR: data,
    PORT: String(port),
    EMAIL_URL: email,
    DEMO: demo ? "1" : "0",
    WORKER: "1",
    KIT: "1",
    // What is right must not hang on how busy the machine is.
    DATABASE_PATIENCE: "4",
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
    if (up !== true) throw new Problem("Trellis did not start.")
    return await work({ ...env, TRELLIS_URL: `http://localhost:${port}`, TRELLIS_TEST_DATA: data }, said)
  } finally {
    await end(server, 90)
  }
}
