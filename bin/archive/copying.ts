import type { Readable } from "node:stream"
import { Client } from "pg"
import { to as copyTo } from "pg-copy-streams"
import type { TransactionSql } from "postgres"
import { PLAIN_TEXT, rowsOf, type Table } from "./tables"

/** Reads tables of the moment that a transaction sees, on a connection of its own, in PostgreSQL's text format. */
export type Copier = {
  read: (table: Table, lio: string | null) => Promise<Readable>
  /** Lets go of the connection at once, also in the middle of a table. */
  drop: () => void
}

/**
 * Opens a copier on the snapshot of `tx`, which must last as long. Not postgres.js: its COPY … TO STDOUT never ends when
 * the reader is slower than PostgreSQL (decision 020).
 */
export async function openCopier(tx: TransactionSql): Promise<Copier> {
  const [at] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`
  const client = new Client({ connectionString: asLibpq(process.env.TRELLIS_OWNER_URL ?? "") })
  client.on("error", () => {}) // whoever reads hears of it from the stream
  await client.connect()
  await client.query(
    `begin isolation level repeatable read read only; set transaction snapshot '${at?.snapshot}'; ${PLAIN_TEXT}`,
  )
  return {
    read: async (table, lio) => {
      if (lio)
        await client.query(
          "select set_config('app.lio_id', $1, true), set_config('app.audiences', '{*}', true)",
          [lio],
        )
      return client.query(copyTo(`copy (${rowsOf(table, lio)}) to stdout`, { highWaterMark: 1 << 18 }))
    },
    drop: () => client.connection.stream.destroy(),
  }
}

/** The same address, with `sslmode` read as PostgreSQL's own programs and postgres.js read it. */
function asLibpq(address: string) {
  const url = new URL(address)
  if (url.searchParams.has("sslmode")) url.searchParams.set("uselibpqcompat", "true")
  return url.href
}
