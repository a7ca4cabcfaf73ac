import { spawn } from "node:child_process"
import path from "node:path"
import { finish } from "./children.mjs"
import { openInstallation } from "./installation.mjs"
import { typescript, withTools } from "./node24.mjs"
import { ROOT } from "./paths.mjs"

/** Where the person typed the command: file names are meant from there, also through `npm run`. */
const here = () => (process.env.npm_lifecycle_event === "trellis" && process.env.INIT_CWD) || process.cwd()

/** Commands that only read files: they need no database, and none is started for them. */
const ALONE = ["analyse statements", "count-ballots"]
const alone = { env: {}, close: async () => {} }

/** Runs bin/trellis.ts against this installation's database; gives its exit code. */
export async function runCommand(words) {
  const installation = ALONE.some((name) => name === words.slice(0, name.split(" ").length).join(" "))
    ? alone
    : await openInstallation()
  try {
    const child = spawn(process.execPath, [...typescript("bin/trellis.ts"), ...words], {
      cwd: here(),
      env: { ...withTools(), ...installation.env, TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.json") },
      stdio: "inherit",
    })
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
    return await finish(child)
  } finally {
    await installation.close()
  }
}
