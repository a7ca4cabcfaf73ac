import { fork } from "node:child_process"
import { readFile } from "node:fs/promises"
import path from "node:path"
import type { WhyUnread } from "../input"

const PATIENCE = 20_000
/** Bytes that are unpacked stand outside the memory that Node limits: from so many pages of 4 KB on the reader is stopped. Where the system doesn’t tell, time alone stops it. */
const MOST_PAGES = 120_000
const LOOKS_EVERY = 50
const STOPPED: ReadWords = { words: null, why: "long" }

const pagesOf = async (pid: number | undefined) =>
  Number((await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "")).split(" ")[1] ?? 0)
/** Files of which the words can be read, by media type. */
export const READABLE = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]

/** The words of a file; or none, and why: it is locked with a password, has no words (a scan), is damaged, or far too long. */
export type ReadWords = { words: string } | { words: null; why: WhyUnread }

/**
 * The words of a PDF or Word file, read in a process of its own with little memory, without our secrets, and stopped after
 * 20 seconds: a file that takes longer, or more memory, counts as far too long.
 */
export function readWords(file: { type: string; bytes: Uint8Array }): Promise<ReadWords> {
  const { PATH, TMPDIR, NODE_ENV } = process.env
  const reader = fork(path.join(/* turbopackIgnore: true */ process.cwd(), "bin", "parts", "reader.mjs"), {
    serialization: "advanced",
    execArgv: ["--max-old-space-size=192"],
    env: { PATH, TMPDIR, NODE_ENV },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  return new Promise((resolve) => {
    const done = (read: ReadWords) => {
      clearTimeout(patience)
      clearInterval(looking)
      reader.kill("SIGKILL")
      resolve(read)
    }
    const patience = setTimeout(() => done(STOPPED), PATIENCE)
    const looking = setInterval(async () => {
      if ((await pagesOf(reader.pid)) > MOST_PAGES) done(STOPPED)
    }, LOOKS_EVERY)
    reader.on("message", (read: ReadWords) => done(read))
    reader.on("exit", () => done(STOPPED)).on("error", () => done(STOPPED))
    reader.send(file, (trouble) => trouble && done(STOPPED))
  })
}
