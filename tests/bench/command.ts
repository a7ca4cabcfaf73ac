import { spawn } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const root = path.resolve(import.meta.dirname, "../..")

const fieldOf = (status: string, field: string) =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1])

/** The most memory that a child of this process has used so far, in megabytes; where /proc tells. */
function peakBelow(parent: number): number {
  let most = 0
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8")
      if (fieldOf(status, "PPid") === parent) most = Math.max(most, fieldOf(status, "VmHWM") / 1024)
    } catch {
      // It ended meanwhile.
    }
  }
  return most
}

/** Runs a command of Trellis: its result, how many seconds it took, and the most megabytes it had (0 where it cannot be told). */
export async function trellis(...words: string[]) {
  const begun = performance.now()
  const child = spawn(process.execPath, [path.join(root, "bin/trellis"), ...words, "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
  })
  let megabytes = 0
  const watch =
    process.platform === "linux"
      ? setInterval(() => {
          megabytes = Math.max(megabytes, peakBelow(child.pid ?? 0))
        }, 200)
      : undefined
  let printed = ""
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    printed += part
  })
  const code = await new Promise((done) => child.once("close", done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`trellis ${words.join(" ")} ended with ${code}`)
  return {
    result: JSON.parse(printed) as Record<string, number>,
    seconds: (performance.now() - begun) / 1000,
    megabytes: Math.round(megabytes),
  }
}
