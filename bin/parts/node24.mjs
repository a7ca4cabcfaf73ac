import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { ROOT } from "./paths.mjs"
import { Problem } from "./problem.mjs"

const windows = process.platform === "win32"
const folder = path.join(
  ROOT,
  "node_modules",
  `node-${windows ? "win" : process.platform}-${process.arch}`,
  "bin",
)
const program = path.join(folder, windows ? "node.exe" : "node")

/** The oldest Node that everything Trellis uses accepts. */
const OLDEST = [22, 18]

function newEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/** The environment of our children: Node 24 and the checkout's own tools come first. */
export function withTools(environment = process.env) {
  const before = [...(fs.existsSync(program) ? [folder] : []), path.join(ROOT, "node_modules", ".bin")]
  return {
    ...environment,
    PATH: [...before, environment.PATH].join(path.delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
  }
}

/** Node collects its garbage early: long imports and exports then hold two thirds of the memory, and take as long. */
const early = (megabytes, percent) => [
  `--max-semi-space-size=${megabytes}`,
  `--heap-growing-percent=${percent}`,
]
/** For the web, where more young garbage comes at a time. */
export const LEAN_WEB = early(16, 130)

/** What Node needs to run a TypeScript file of ours. */
export function typescript(file) {
  const loader = pathToFileURL(path.join(ROOT, "bin/register.mjs")).href
  return [...early(8, 120), "--import", loader, path.join(ROOT, file)]
}

/**
 * Runs the script again on the Node 24 in node_modules when the running one is older. True when it did: the caller then
 * has nothing left to do. Signals go on to the new process, and its exit code becomes ours.
 */
export function runsOnNode24(script) {
  if (Number(process.versions.node.split(".")[0]) >= 24) return false
  if (!fs.existsSync(program)) {
    if (newEnough()) return false
    throw new Problem(
      `Trellis needs Node 24 on this machine; this is ${process.version}. See https://nodejs.org`,
    )
  }
  const child = spawn(program, [fileURLToPath(script), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: process.env,
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  return true
}
