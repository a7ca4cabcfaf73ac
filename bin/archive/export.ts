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

/** Everything of one LIO at one moment, as open files with a README that explains each column. */
export async function writeExport(
  lio: { id: string; name: string },
  folder: string,
  progress: (said: string) => void,
) {
  makeFolder(folder)
  const sql = ownerSql()
  try {
    return await atOneMoment(sql, async (tx) => {
      await enterLio(tx, lio.id)
      const tables = (await listTables(tx)).filter(({ sealed, name }) => sealed || name === "lios")
      const dictionary: (Entry & { rows: number })[] = []
      for (const entry of await describeTables(
        tx,
        tables.map(({ name }) => name),
      )) {
        progress(entry.table)
        dictionary.push({ ...entry, rows: await writeTable(tx, entry, lio.id, folder) })
      }
      const readme = writeReadme(lio, new Date().toISOString(), dictionary)
      fs.writeFileSync(path.join(folder, "README.md"), readme, { mode: 0o600 })
      return dictionary.flatMap(({ table, rows }): Exported[] => [
        { name: `${table}.csv`, rows },
        { name: `${table}.json`, rows },
      ])
    })
  } finally {
    await sql.end()
  }
}
