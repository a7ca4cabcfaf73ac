// npm run worker: the worker on its own, beside a web that was started with WORKER=0.
import { keep, launch } from "./parts/children.mjs"
import { ensureInstalled } from "./parts/install.mjs"
import { runsOnNode24, typescript, withTools } from "./parts/node24.mjs"
import { giveUp } from "./parts/problem.mjs"

try {
  ensureInstalled()
  if (!runsOnNode24(import.meta.url)) {
    const { openInstallation } = await import("./parts/installation.mjs")
    const installation = await openInstallation()
    const worker = keep("worker", () =>
      launch(typescript("bin/worker.ts"), { ...withTools(), ...installation.env }),
    )
    const stop = async () => {
      await worker.stop(60)
      await installation.close()
      process.exit(0)
    }
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.once(signal, stop)
  }
} catch (error) {
  giveUp(error)
}
