import { execFileSync } from "node:child_process"
import fs from "node:fs"

/** Whether a process with this id lives. */
export function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** A mark that tells a process from a later one with the same id. */
export function markOf(pid) {
  if (process.platform !== "linux") return String(pid)
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8")
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`
  } catch {
    return `${pid} gone`
  }
}

/** Whether the very process behind a mark still lives. */
export function lives(mark) {
  const pid = Number.parseInt(mark, 10)
  return Number.isInteger(pid) && alive(pid) && markOf(pid) === mark.trim()
}

/** The command line of a process, or "" when it cannot be read. */
export function commandOf(pid) {
  try {
    if (process.platform === "linux")
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" })
  } catch {
    return ""
  }
}

export const wait = (ms) => new Promise((done) => setTimeout(done, ms))

/** Asks again and again until the answer is truthy; false when the time is up. */
export async function until(question, ms, every = 50) {
  for (const end = Date.now() + ms; Date.now() < end; await wait(every)) {
    const answer = await question()
    if (answer) return answer
  }
  return false
}
