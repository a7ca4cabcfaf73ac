import { spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { GET } from "@/app/[lio]/elections/[id]/ballots/route"
import type { Count } from "@/lib/ballots/election"

/** The ballots of a vote as a stranger downloads them from its public page. */
export async function downloadBallots(id: string): Promise<string> {
  const answer = await GET(new Request(`http://localhost/ribble/elections/${id}/ballots`), {
    params: Promise.resolve({ lio: "ribble", id }),
  })
  if (answer.status !== 200) throw new Error(`The ballots of ${id} answered with ${answer.status}.`)
  return answer.text()
}

/** Counts a BLT file with the command that anybody can run, in a process of its own and without our database. */
export function recount(blt: string, rule: string): Count {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis recount "))
  const file = path.join(folder, "ballots.blt")
  fs.writeFileSync(file, blt)
  const words = ["count-ballots", file, "--rule", rule, "--json"]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", path.resolve("bin/register.mjs"), path.resolve("bin/trellis.ts"), ...words],
    { encoding: "utf8", env: { NODE_ENV: "test", PATH: process.env.PATH } },
  )
  fs.rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Count
}
