import type { Sql, TransactionSql } from "postgres"
import postgres from "postgres"

/** A table of the installation; `sealed` ones are read LIO by LIO. */
export type Table = { name: string; sealed: boolean; columns: string[] }
export type Digests = Record<string, { rows: number; digest: string }>

/** Says only what runs at the moment: neither kept nor compared. */
const FLEETING = ["worker_heartbeats"]

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const columnsOf = (table: Table) => table.columns.map(quoted).join(", ")

/** The part of a table to read: all of it, or what one LIO has. */
export const rowsOf = (table: Table, lio: string | null) =>
  `select ${columnsOf(table)} from public.${quoted(table.name)}${lio ? ` where lio_id = '${lio}'` : ""}`

export const ownerSql = () => postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })

/** Every table that holds something, by name, with its columns in the order of their names. */
export async function listTables(sql: Sql | TransactionSql): Promise<Table[]> {
  return sql<Table[]>`
    select c.relname as name, c.relforcerowsecurity as sealed,
      (select array_agg(a.attname::text order by a.attname) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all (${FLEETING})
    order by c.relname`
}

async function listLios(tx: TransactionSql) {
  return (await tx<{ id: string }[]>`select id from lios order by id`).map((lio) => lio.id)
}

/** From now on the transaction sees this LIO's rows of the sealed tables. */
export async function enterLio(tx: TransactionSql, lio: string) {
  await tx`select set_config('app.lio_id', ${lio}, true), set_config('app.audiences', '{*}', true)`
}

/** One moment of the whole database, written the same way on every machine. */
export async function atOneMoment<T>(sql: Sql, work: (tx: TransactionSql) => Promise<T>) {
  return sql.begin("isolation level repeatable read read only", async (tx) => {
    await plainText(tx)
    return work(tx)
  })
}

/** Times, numbers and intervals as text that does not depend on the machine. */
export const PLAIN_TEXT = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex'`

/** Tells a transaction to write so. */
export const plainText = (tx: TransactionSql) => tx.unsafe(PLAIN_TEXT)

/** Goes through every table, the sealed ones once for each LIO. */
export async function eachPart(
  tx: TransactionSql,
  work: (table: Table, lio: string | null) => Promise<void>,
) {
  const lios = await listLios(tx)
  for (const table of await listTables(tx)) {
    if (!table.sealed) await work(table, null)
    else
      for (const lio of lios) {
        await enterLio(tx, lio)
        await work(table, lio)
      }
  }
}

/** Rows and a digest of what is in each table; the order of rows does not matter to it. `moved` hears of each table. */
export async function digestAll(
  tx: TransactionSql,
  moved: (at: string) => void = () => {},
): Promise<Digests> {
  const sums = new Map<string, { rows: number; sum: bigint }>()
  for (const { name } of await listTables(tx)) sums.set(name, { rows: 0, sum: 0n })
  await eachPart(tx, async (table, lio) => {
    moved(`the digest of ${table.name}`)
    const [part] = await tx.unsafe<{ rows: number; sum: string }[]>(`
      select count(*)::int as rows, coalesce(sum(('x' || left(md5(row(${columnsOf(table)})::text), 16))::bit(64)::bigint::numeric), 0)::text as sum
      from (${rowsOf(table, lio)}) part`)
    const so = sums.get(table.name)
    if (part && so) sums.set(table.name, { rows: so.rows + part.rows, sum: so.sum + BigInt(part.sum) })
  })
  return Object.fromEntries(
    [...sums].map(([name, { rows, sum }]) => [
      name,
      { rows, digest: BigInt.asUintN(64, sum).toString(16).padStart(16, "0") },
    ]),
  )
}

/** Copies rows in the same format into a table. */
export const copyIn = (tx: TransactionSql, table: Table) =>
  tx.unsafe(`copy public.${quoted(table.name)} (${columnsOf(table)}) from stdin`).writable()
