import fs from "node:fs"
import path from "node:path"
import type { Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip, type Gzip } from "node:zlib"
import type { TransactionSql } from "postgres"
import journal from "@/drizzle/meta/_journal.json"
import { RuleBroken } from "@/lib/errors"
import { version } from "@/package.json"
import { openCopier } from "./copying"
import { clearHalves, dataFolder, halfOf, keptSecrets, listFiles, onEnding } from "./files"
import { put } from "./lines"
import { type Watch, watchFor } from "./stalling"
import { atOneMoment, type Digests, digestAll, eachPart, ownerSql } from "./tables"

/** The end of a part, as PostgreSQL's own copy format has it. */
export const END = "\\."
/** Which migrations the rows fit. */
export const MIGRATION = Math.max(...journal.entries.map((entry) => entry.when))

/** A job that waits in the queue. */
export type Job = {
  task: string
  payload: unknown
  queue: string | null
  at: string
  key: string | null
  priority: number
  most: number
}

/** How a backup may be told to go: after how long without a move it gives up, and what opens the file on the disk. */
export type Options = { patience?: number; disk?: (half: string) => Writable }

const PATIENCE = 120_000
const onDisk = (half: string) => fs.createWriteStream(half, { mode: 0o600, flush: true })

/**
 * Writes everything of one moment into a gzip file: each part starts with a line of JSON that says what it is, and ends
 * with a line "\.". Whoever has the file has everything, so only its owner may read it. A backup that stands still ends
 * with RuleBroken; half a file never stays.
 */
export async function writeBackup(
  file: string,
  progress: (text: string) => void,
  { patience = PATIENCE, disk = onDisk }: Options = {},
): Promise<{ tables: Digests; files: number }> {
  clearHalves(file)
  const half = halfOf(file)
  const zip = createGzip({ level: 6 })
  const done = pipeline(zip, disk(half))
  done.catch(() => {}) // heard of below, also when the rest fails first
  const watch = watchFor(patience)
  const forget = onEnding(() => fs.rmSync(half, { force: true }))
  try {
    const written = await Promise.race([writeAll(zip, progress, watch), done.then(endedEarly), watch.stalled])
    zip.end()
    await Promise.race([done, watch.stalled])
    fs.renameSync(half, file)
    return written
  } catch (error) {
    throw inWords(error as NodeJS.ErrnoException, file)
  } finally {
    watch.end()
    zip.destroy()
    forget()
    fs.rmSync(half, { force: true })
  }
}

/** What keeps a file from being written, and what to do about it. */
const DISK: Record<string, (folder: string) => string> = {
  ENOSPC: (folder) => `There is no room in ${folder} for the backup. Make room, or choose another disk.`,
  ENOENT: (folder) => `There is no folder ${folder}. Make it first, or choose another place.`,
  EACCES: (folder) => `Trellis may not write in ${folder}. Choose another place.`,
  EROFS: (folder) => `Nothing can be written in ${folder}. Choose another place.`,
}

function inWords(error: NodeJS.ErrnoException, file: string) {
  const message = DISK[error.code ?? ""]
  return message ? new RuleBroken(`${message(path.dirname(path.resolve(file)))} Nothing was kept.`) : error
}

const endedEarly = (): never => {
  throw new Error("The file ended before everything was in it.")
}

async function writeAll(zip: Gzip, progress: (text: string) => void, watch: Watch) {
  const write = async (chunk: Buffer | string) => {
    await put(zip, chunk)
    watch.moved()
  }
  const line = (what: object) => write(`${JSON.stringify(what)}\n`)
  const at = (what: string) => {
    progress(what)
    watch.moved(what)
  }
  await line({ trellis: "backup", version, migration: MIGRATION, at: new Date().toISOString() })
  await line({ secrets: keptSecrets() })
  const sql = ownerSql()
  watch.stalled.catch(() => sql.end({ timeout: 0 }))
  let tables: Digests
  try {
    tables = await atOneMoment(sql, (tx) => Promise.race([writeTables(tx, write, at), watch.stalled]))
  } finally {
    await sql.end({ timeout: 1 })
  }
  const files = listFiles()
  for (const name of files) {
    at(name)
    await line({ file: name })
    const pieces = fs.createReadStream(path.join(dataFolder(), name), { highWaterMark: 57_000 })
    for await (const chunk of pieces) await write(`${(chunk as Buffer).toString("base64")}\n`)
    await write(`${END}\n`)
  }
  await line({ end: { tables } })
  return { tables, files: files.length }
}

type Write = (chunk: Buffer | string) => Promise<void>

async function writeTables(tx: TransactionSql, write: Write, at: (what: string) => void) {
  const copier = await openCopier(tx)
  try {
    let open = ""
    await eachPart(tx, async (table, lio) => {
      at(table.name)
      for await (const chunk of await copier.read(table, lio)) {
        if (open !== table.name) {
          const head = JSON.stringify({ table: table.name, columns: table.columns })
          await write(`${open && `${END}\n`}${head}\n`)
        }
        open = table.name
        await write(chunk as Buffer)
      }
    })
    if (open) await write(`${END}\n`)
    for (const job of await waitingJobs(tx)) await write(`${JSON.stringify({ job })}\n`)
    return await digestAll(tx, at)
  } finally {
    copier.drop()
  }
}

const waitingJobs = (tx: TransactionSql) => tx<Job[]>`
  select t.identifier as task, j.payload, q.queue_name as queue, j.run_at::text as at, j.key, j.priority, j.max_attempts as most
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where j.attempts < j.max_attempts`
