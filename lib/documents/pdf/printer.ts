import { type ChildProcess, fork } from "node:child_process"
import path from "node:path"

const PATIENCE = 20_000
const IDLE = 60_000
const STOPPED = "stopped"

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
  const child = printer
  child.once("exit", () => {
    if (printer === child) printer = undefined
  })
  return printer
}

/** Whether this process waits for the printer, which otherwise keeps nothing from ending. */
function hold(child: ChildProcess, waits: boolean) {
  if (waits) child.ref()
  else child.unref()
  if (waits) child.channel?.ref()
  else child.channel?.unref()
}

function ask(asked: Asked): Promise<Printed> {
  const child = ours()
  hold(child, true)
  return new Promise((resolve) => {
    const done = (printed: Printed) => {
      clearTimeout(patience)
      hold(child, false)
      child.off("message", done).off("exit", gone).off("error", gone)
      rest = setTimeout(() => child.kill(), IDLE).unref()
      resolve(printed)
    }
    const gone = () => {
      if (printer === child) printer = undefined
      done({ problem: STOPPED })
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
  const printed = last.then(async () => {
    const first = await ask(asked)
    // It may have been about to go, as it does when it holds much memory.
    return "problem" in first && first.problem === STOPPED ? ask(asked) : first
  })
  last = printed.catch(() => undefined)
  return printed
}
