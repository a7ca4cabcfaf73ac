import fs from "node:fs"
import path from "node:path"
import { finished } from "node:stream/promises"
import { type Stringifier, stringify } from "csv-stringify"
import type { TransactionSql } from "postgres"
import { RuleBroken } from "@/lib/errors"
import { describeTables, type Entry, writeReadme } from "./dictionary"
import { put } from "./lines"
import { atOneMoment, enterLio, listTables, ownerSql, quoted } from "./tables"

type Exported = { name: string; rows: number }

function makeFolder(folder: string) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (fs.readdirSync(folder).length > 0)
    throw new RuleBroken(`The folder ${folder} is not empty. Give another one.`)
}

const asText = (value: unknown) =>
  value !== null && typeof value === "object" ? JSON.stringify(value) : value

async function finish(stream: fs.WriteStream | Stringifier) {
  stream.end()
  await finished(stream)
}

/** One table of one LIO, as CSV and JSON; gives how many rows. */
async function writeTable(tx: TransactionSql, { table, columns }: Entry, lio: string, folder: string) {
  const names = columns.map(({ name }) => name)
  const csv = stringify({
    header: true,
    columns: names,
    escape_formulas: true,
    bom: true,
    cast: { boolean: String },
  })
  const csvFile = csv.pipe(fs.createWriteStream(path.join(folder, `${table}.csv`), { mode: 0o600 }))
  const json = fs.createWriteStream(path.join(folder, `${table}.json`), { mode: 0o600 })
  const mine = table === "lios" ? "id" : "lio_id"
  let count = 0
  const rows = tx.unsafe<{ row: Record<string, unknown> }[]>(
    `select to_json(t) as row from public.${quoted(table)} t where ${mine} = '${lio}'`,
  )
  for await (const some of rows.cursor(500)) {
    for (const { row } of some) {
      await put(json, `${count === 0 ? "[\n" : ",\n"}${JSON.stringify(row)}`)
      if (!csv.write(names.map((name) => asText(row[name]))))
        await new Promise((done) => csv.once("drain", done))
      count++
    }
  }
  await put(json, count === 0 ? "[]\n" : "\n]\n")
  await Promise.all([finish(json), finish(csv), finished(csvFile)])
  return count
}

/** Each file that was not removed, under its id and its name; gives how they are called. */
async function writeFiles(tx: TransactionSql, lio: string, folder: string): Promise<string[]> {
  const names: string[] = []
  const all = await tx<{ id: string; name: string; digest: string }[]>`
    select id, name, digest from files where lio_id = ${lio} and removed_at is null order by id`
  if (all.length > 0) fs.mkdirSync(folder, { mode: 0o700 })
  for (const { id, name, digest } of all) {
    const called = `${id} ${name}`
    const out = fs.createWriteStream(path.join(folder, called), { mode: 0o600 })
    const pieces = tx<{ bytes: Buffer }[]>`
      select bytes from file_pieces where lio_id = ${lio} and digest = ${digest} order by number`
    for await (const some of pieces.cursor(8)) for (const { bytes } of some) out.write(bytes)
    await finish(out)
    names.push(called)
  }
  return names
}

/** Everything of one LIO at one moment, as open files with a README that explains each column. */
export async function writeExport(
  lio: { id: string; name: string },
  folder: string,
  progress: (text: string) => void,
) {
  makeFolder(folder)
  const sql = ownerSql()
  try {
    return await atOneMoment(sql, async (tx) => {
      await enterLio(tx, lio.id)
      const tables = (await listTables(tx)).filter(({ sealed, name }) => sealed || name === "lios")
      // What files hold is written as files, not as rows.
      const asFiles = await writeFiles(tx, lio.id, path.join(folder, "files"))
      const dictionary: (Entry & { rows: number })[] = []
      for (const entry of await describeTables(
        tx,
        tables.map(({ name }) => name).filter((name) => name !== "file_pieces"),
      )) {
        progress(entry.table)
        dictionary.push({ ...entry, rows: await writeTable(tx, entry, lio.id, folder) })
      }
      const readme = writeReadme(lio, new Date().toISOString(), dictionary)
      fs.writeFileSync(path.join(folder, "README.md"), readme, { mode: 0o600 })
      return [
        ...dictionary.flatMap(({ table, rows }): Exported[] => [
          { name: `${table}.csv`, rows },
          { name: `${table}.json`, rows },
        ]),
        ...asFiles.map((name): Exported => ({ name: `files/${name}`, rows: 1 })),
      ]
    })
  } finally {
    await sql.end()
  }
}
