import { spawn } from "node:child_process"
import { ROOT } from "./paths.mjs"
import { until } from "./process.mjs"

const leash = ["--import", new URL("leash.mjs", import.meta.url).href]

/** Starts a Node process of ours that ends when we do, even when we are killed. */
export function launch(args, env, stdio = ["ignore", "inherit", "inherit"]) {
  return spawn(process.execPath, [...leash, ...args], {
    cwd: ROOT,
    env: { ...env, TRELLIS_PARENT: String(process.pid) },
    detached: true,
    stdio: [...stdio, "ipc"],
  })
}

const over = (child) => child.exitCode !== null || child.signalCode !== null

/** Ends a child: asks, waits for so many seconds, then insists. */
export async function end(child, seconds) {
  if (over(child)) return
  child.kill("SIGTERM")
  if (!(await until(() => over(child), seconds * 1000))) child.kill("SIGKILL")
  await until(() => over(child), 5_000)
}

/** Runs a child to its end; gives its exit code. */
export function finish(child) {
  return new Promise((done) => {
    child.once("error", () => done(1))
    child.once("exit", (code) => done(code ?? 1))
  })
}

/** The longest pause, in milliseconds, before a process that keeps dying is started again: people wait for it. */
const LONGEST = 2_000

/** Keeps a process running: one that dies is started again, after a pause that grows a little while it keeps dying. */
export function keep(name, start) {
  let child
  let stopped = false
  let timer
  let pause = 500
  const begin = () => {
    const since = Date.now()
    child = start()
    child.once("error", () => {})
    child.once("exit", (code, signal) => {
      if (stopped) return
      if (Date.now() - since > 10_000) pause = 500
      console.error(`trellis: The ${name} ended (${signal ?? code}); starting it again.`)
      timer = setTimeout(begin, pause)
      pause = Math.min(pause * 2, LONGEST)
    })
  }
  begin()
  return {
    stop: async (seconds) => {
      stopped = true
      clearTimeout(timer)
      await end(child, seconds)
    },
    restart: () => child.kill("SIGKILL"),
  }
}
