import { readdirSync, readFileSync } from "node:fs"
import { load } from "./load"

/** A tick of Linux's process clock, in ms. */
const TICK = 10

/** The web process of the Trellis whose data folder this is. */
export function webProcess(data = process.env.DATA_DIR ?? ""): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("bin/web.mjs")) continue
      if (readFileSync(`/proc/${pid}/environ`, "utf8").includes(`DATA_DIR=${data}`)) return Number(pid)
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error("The web process was not found.")
}

function used(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number)
  return ((user ?? 0) + (system ?? 0)) * TICK
}

/** Megabytes that a process holds in memory. */
export const memoryOf = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024)

/** So many turns of so many seconds, the page and the one it is held against one after the other. */
const TURNS = 5
const SECONDS = 2

const middle = (all: number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0

/**
 * Milliseconds of the web's processor that one answer costs, by the clock of its process, and what part that is of an
 * answer of `ground`. Both are measured in turns, since a machine is faster in one minute than in the next; the turn
 * in the middle counts.
 */
export async function processorFor(url: string, cookie: string | undefined, ground: string) {
  const pid = webProcess()
  const costOf = async (address: string, session?: string) => {
    const before = used(pid)
    const { answers } = await load(address, { cookie: session, clients: 2, seconds: SECONDS, warmUp: 0 })
    return (used(pid) - before) / answers
  }
  await load(url, { cookie, clients: 2, seconds: 1 })
  const turns: { cost: number; ratio: number }[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const cost = await costOf(url, cookie)
    turns.push({ cost, ratio: cost / (await costOf(ground)) })
  }
  return { cost: middle(turns.map(({ cost }) => cost)), ratio: middle(turns.map(({ ratio }) => ratio)) }
}
