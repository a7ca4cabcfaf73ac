import { fork } from "node:child_process"
import { readFile } from "node:fs/promises"
import path from "node:path"

const PATIENCE = 20_000
/** Bytes that are unpacked stand outside the memory that Node limits: from so many pages of 4 KB on the reader is stopped. Where the system doesn’t tell, time alone stops it. */
const MOST_PAGES = 120_000
const LOOKS_EVERY = 50

const pagesOf = async (pid: number | undefined) =>
  Number((await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "")).split(" ")[1] ?? 0)
/** Files of which the words can be read, by media type. */
export const READABLE = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]

/**
 * The words of a PDF or Word file, read in a process of its own with little memory, without our secrets, and stopped after
 * 20 seconds. Null for a file that is damaged, locked by a password, a scan without words, or far too long.
 */
export function readWords(file: { type: string; bytes: Uint8Array }): Promise<string | null> {
  const { PATH, TMPDIR, NODE_ENV } = process.env
  const reader = fork(path.join(/* turbopackIgnore: true */ process.cwd(), "bin", "parts", "reader.mjs"), {
    serialization: "advanced",
    execArgv: ["--max-old-space-size=192"],
    env: { PATH, TMPDIR, NODE_ENV },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  return new Promise((resolve) => {
    const done = (words: string | null) => {
      clearTimeout(patience)
      clearInterval(looking)
      reader.kill("SIGKILL")
      resolve(words)
    }
    const patience = setTimeout(() => done(null), PATIENCE)
    const looking = setInterval(async () => {
      if ((await pagesOf(reader.pid)) > MOST_PAGES) done(null)
    }, LOOKS_EVERY)
    reader.on("message", ({ words }: { words: string | null }) => done(words))
    reader.on("exit", () => done(null)).on("error", () => done(null))
    reader.send(file, (trouble) => trouble && done(null))
  })
}
