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

/** Milliseconds of the web's processor that one answer costs: what the clock of its process says, whatever else runs. */
export async function processorFor(url: string, cookie?: string): Promise<number> {
  const pid = webProcess()
  await load(url, { cookie, clients: 2, seconds: 1 })
  const before = used(pid)
  const { answers } = await load(url, { cookie, clients: 2, seconds: 4, warmUp: 0 })
  return Math.round(((used(pid) - before) / answers) * 10) / 10
}
