import fs from "node:fs"
import path from "node:path"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import journal from "@/drizzle/meta/_journal.json"
import { version } from "@/package.json"
import { dataFolder, keptSecrets, listFiles } from "./files"
import { put } from "./lines"
import { atOneMoment, copyOut, type Digests, digestAll, eachPart, ownerSql } from "./tables"

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

/**
 * Writes everything of one moment into a gzip file: each part starts with a line of JSON that says what it is, and ends
 * with a line "\.". Whoever has the file has everything, so only its owner may read it.
 */
export async function writeBackup(
  file: string,
  progress: (said: string) => void,
): Promise<{ tables: Digests; files: number }> {
  const half = `${file}.${process.pid}.half`
  const zip = createGzip({ level: 6 })
  const done = pipeline(zip, fs.createWriteStream(half, { mode: 0o600, flush: true }))
  const sql = ownerSql()
  try {
    const line = (what: object) => put(zip, `${JSON.stringify(what)}\n`)
    await line({ trellis: "backup", version, migration: MIGRATION, at: new Date().toISOString() })
    await line({ secrets: keptSecrets() })
    const tables = await atOneMoment(sql, async (tx) => {
      let open = ""
      await eachPart(tx, async (table, lio) => {
        progress(table.name)
        for await (const chunk of await copyOut(tx, table, lio)) {
          if (open !== table.name)
            await put(
              zip,
              `${open && `${END}\n`}${JSON.stringify({ table: table.name, columns: table.columns })}\n`,
            )
          open = table.name
          await put(zip, chunk)
        }
      })
      if (open) await put(zip, `${END}\n`)
      const jobs = await tx<Job[]>`
        select t.identifier as task, j.payload, q.queue_name as queue, j.run_at::text as at, j.key, j.priority, j.max_attempts as most
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where j.attempts < j.max_attempts`
      for (const job of jobs) await line({ job })
      return digestAll(tx)
    })
    const files = listFiles()
    for (const name of files) {
      progress(name)
      await line({ file: name })
      for await (const chunk of fs.createReadStream(path.join(dataFolder(), name), {
        highWaterMark: 57_000,
      })) {
        await put(zip, `${(chunk as Buffer).toString("base64")}\n`)
      }
      await put(zip, `${END}\n`)
    }
    await line({ end: { tables } })
    zip.end()
    await done
    fs.renameSync(half, file)
    return { tables, files: files.length }
  } finally {
    zip.destroy()
    await done.catch(() => {})
    fs.rmSync(half, { force: true })
    await sql.end()
  }
}
