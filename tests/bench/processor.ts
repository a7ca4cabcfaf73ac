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

/** So many turns of so many seconds: what else the machine does can only make one dearer, so the least counts. */
const TURNS = 3
const SECONDS = 2

/** Milliseconds of the web's processor that one answer costs, by the clock of its process: the least of several turns. */
export async function processorFor(url: string, cookie?: string): Promise<number> {
  const pid = webProcess()
  await load(url, { cookie, clients: 2, seconds: 1 })
  const costs: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const before = used(pid)
    const { answers } = await load(url, { cookie, clients: 2, seconds: SECONDS, warmUp: 0 })
    costs.push((used(pid) - before) / answers)
  }
  return Math.round(Math.min(...costs) * 10) / 10
}
