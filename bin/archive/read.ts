import fs from "node:fs"
import path from "node:path"
import { finished } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import type { TransactionSql } from "postgres"
import { RuleBroken } from "@/lib/errors"
import { placeFor, takeSecrets } from "./files"
import { linesOf, put } from "./lines"
import { loosen } from "./loosen"
import { copyIn, type Digests, digestAll, listTables, ownerSql, plainText, quoted } from "./tables"
import { END, type Job, MIGRATION } from "./write"

type Part =
  | { trellis: string; version: string; migration: number }
  | { secrets: Record<string, string> }
  | { table: string; columns: string[] }
  | { job: Job }
  | { file: string }
  | { end: { tables: Digests } }

const HALF = "This file is not a whole backup of Trellis. Nothing was changed."

async function* readLines(file: string) {
  const stream = fs.createReadStream(file)
  const unzipped = stream.on("error", (error) => unzipped.destroy(error)).pipe(createGunzip())
  try {
    yield* linesOf(unzipped as AsyncIterable<Buffer>)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") throw new RuleBroken(`There is no file ${file}.`)
    throw code?.startsWith("Z_") ? new RuleBroken(HALF) : error
  } finally {
    stream.destroy()
  }
}

/** The lines of one part, joined into pieces worth sending. */
async function eachPiece(lines: AsyncGenerator<Buffer>, take: (piece: Buffer) => Promise<void>) {
  let piece: Buffer[] = []
  let size = 0
  for (let next = await lines.next(); ; next = await lines.next()) {
    if (next.done) throw new RuleBroken(HALF)
    const over = next.value.toString("latin1", 0, 3) === END
    if (!over) {
      piece.push(next.value, Buffer.from("\n"))
      size += next.value.length
    }
    if (size > 60_000 || (over && size > 0)) {
      await take(Buffer.concat(piece))
      piece = []
      size = 0
    }
    if (over) return
  }
}

async function readTable(
  tx: TransactionSql,
  part: { table: string; columns: string[] },
  lines: AsyncGenerator<Buffer>,
) {
  const into = await copyIn(tx, { name: part.table, columns: part.columns, sealed: false })
  const over = finished(into)
  try {
    await eachPiece(lines, (piece) => put(into, piece))
    into.end()
    await over
  } catch (error) {
    into.destroy(error as Error)
    await over.catch(() => {})
    throw error
  }
}

async function readFile(name: string, lines: AsyncGenerator<Buffer>) {
  const place = placeFor(name)
  if (!place) throw new RuleBroken(`The backup holds a file with a path that leads elsewhere: ${name}`)
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
  const file = fs.openSync(place, "w", 0o600)
  try {
    await eachPiece(lines, async (piece) => {
      for (const line of piece.toString("latin1").trim().split("\n"))
        fs.writeSync(file, Buffer.from(line, "base64"))
    })
  } finally {
    fs.closeSync(file)
  }
}

async function addJob(tx: TransactionSql, job: Job) {
  await tx`
    select graphile_worker.add_job(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.queue}, ${job.at}::timestamptz,
      ${job.most}, ${job.key}, ${job.priority})`
}

function checkFits(part: Part) {
  if (!("trellis" in part) || part.trellis !== "backup") throw new RuleBroken(HALF)
  if (part.migration !== MIGRATION) {
    const which = part.migration > MIGRATION ? "a newer" : "an older"
    throw new RuleBroken(
      `This backup is of ${which} version (${part.version}). Restore it with that version of Trellis, then upgrade.`,
    )
  }
}

/** Puts a backup into an installation without any LIO: all of it or nothing, every key checked, every digest compared. */
export async function readBackup(
  file: string,
  progress: (text: string) => void,
): Promise<{ tables: Digests }> {
  const sql = ownerSql()
  try {
    return await sql.begin(async (tx) => {
      await plainText(tx)
      const [taken] = await tx`select 1 from lios limit 1`
      if (taken)
        throw new RuleBroken(
          "There are LIOs here already. A backup goes only into an empty installation (a new DATA_DIR, DEMO=0).",
        )
      const tables = await listTables(tx)
      const tighten = await loosen(tx, tables)
      await tx.unsafe(`truncate ${tables.map(({ name }) => quoted(name)).join(", ")}`)
      const lines = readLines(file)
      let secrets: Record<string, string> = {}
      let first = true
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        const part = JSON.parse(next.value.toString()) as Part
        if (first) checkFits(part)
        first = false
        if ("secrets" in part) secrets = part.secrets
        if ("job" in part) await addJob(tx, part.job)
        if ("table" in part) {
          progress(part.table)
          await readTable(tx, part, lines)
        }
        if ("file" in part) await readFile(part.file, lines)
        if ("end" in part) {
          await tighten()
          await checkDigests(tx, part.end.tables)
          takeSecrets(secrets)
          return { tables: part.end.tables }
        }
      }
      throw new RuleBroken(HALF)
    })
  } finally {
    await sql.end()
  }
}

async function checkDigests(tx: TransactionSql, expected: Digests) {
  const now = await digestAll(tx)
  const wrong = Object.keys(expected).filter(
    (name) => now[name]?.digest !== expected[name]?.digest || now[name]?.rows !== expected[name]?.rows,
  )
  if (wrong.length > 0)
    throw new RuleBroken(`What came in is not what was kept, in: ${wrong.join(", ")}. Nothing was changed.`)
}
