import { createReadStream, createWriteStream, readFileSync, rmSync } from "node:fs"
import { pipeline } from "node:stream/promises"
import { Client } from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"

/** The tables that an import of groups fills, with their search entries. */
const TABLES = [
  "groups",
  "group_identifiers",
  "areas",
  "group_areas",
  "terms",
  "group_terms",
  "memberships",
  "people",
  "roles",
  "events",
  "search_entries",
]

/** Seconds from somebody's upload to the figures of the check page, and from their confirming to the end of the job. */
export async function importAsAWorker(lio: string, email: string, file: string) {
  const { asPerson, asSystem } = await import("@/lib/access/doors")
  const { confirmImport, runImport, takeFile } = await import("@/lib/imports/wizard/commands")
  const { checkImport } = await import("@/lib/imports/wizard/queries")
  const bytes = readFileSync(file)
  const begun = performance.now()
  const { id } = await asPerson(lio, { email }, (ctx) => takeFile(ctx, { name: "list.csv", bytes }))
  const { counts } = await asPerson(lio, { email }, (ctx) => checkImport(ctx, id))
  const checked = performance.now()
  await asPerson(lio, { email }, (ctx) => confirmImport(ctx, { id }))
  await asSystem(lio, (ctx) => runImport(ctx, id))
  return { counts, check: (checked - begun) / 1000, write: (performance.now() - checked) / 1000 }
}

/** Seconds of a bare COPY of what an LIO has into empty tables with the same columns, checks and indexes. */
export async function bareCopy(address: string, lio: string, folder: string): Promise<number> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(
      "select set_config('app.lio_id', (select id::text from lios where slug = $1), false)",
      [lio],
    )
    let spent = 0
    for (const table of TABLES) {
      const file = `${folder}/${table}`
      const said = `select * from ${table} where lio_id = current_setting('app.lio_id')::uuid`
      await pipeline(client.query(copyTo(`copy (${said}) to stdout`)), createWriteStream(file))
      await client.query(`create table bare_${table} (like ${table} including all)`)
      const begun = performance.now()
      await pipeline(createReadStream(file), client.query(copyFrom(`copy bare_${table} from stdin`)))
      spent += performance.now() - begun
      await client.query(`drop table bare_${table}`)
      rmSync(file)
    }
    return spent / 1000
  } finally {
    await client.end()
  }
}
