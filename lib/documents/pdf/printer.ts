import { type ChildProcess, fork } from "node:child_process"
import path from "node:path"

const PATIENCE = 20_000
const IDLE = 60_000

type Asked = { template: string; paper: string }
type Printed = { bytes: Uint8Array } | { signs: string[] } | { problem: string }

let printer: ChildProcess | undefined
let rest: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/** One printer a process, started when it is needed and gone after a minute without work. */
function ours(): ChildProcess {
  clearTimeout(rest)
  if (printer?.connected) return printer
  const { PATH, TMPDIR, NODE_ENV } = process.env
  printer = fork(path.join(/* turbopackIgnore: true */ process.cwd(), "bin", "parts", "printer.mjs"), {
    serialization: "advanced",
    execArgv: ["--max-old-space-size=192"],
    env: { PATH, TMPDIR, NODE_ENV },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  printer.unref()
  printer.channel?.unref()
  return printer
}

function ask(asked: Asked): Promise<Printed> {
  const child = ours()
  return new Promise((resolve) => {
    const done = (printed: Printed) => {
      clearTimeout(patience)
      child.off("message", done).off("exit", gone).off("error", gone)
      rest = setTimeout(() => child.kill(), IDLE).unref()
      resolve(printed)
    }
    const gone = () => {
      if (printer === child) printer = undefined
      done({ problem: "stopped" })
    }
    const patience = setTimeout(() => {
      child.kill("SIGKILL")
      gone()
    }, PATIENCE)
    child.on("message", done).on("exit", gone).on("error", gone)
    child.send(asked)
  })
}

/**
 * Sets one paper after the other. `signs`: what none of the fonts has, and nothing is set before it is replaced. `problem`: what
 * stopped it, which stops nothing else.
 */
export function print(asked: Asked): Promise<Printed> {
  const printed = last.then(() => ask(asked))
  last = printed
  return printed
}
