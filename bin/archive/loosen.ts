import type { TransactionSql } from "postgres"
import { quoted, type Table } from "./tables"

type Key = { table: string; name: string; definition: string }

/**
 * Lifts keys, triggers and walls for the rest of the transaction, so that rows can come in any order; gives the function
 * that puts everything back, which checks every key anew.
 */
export async function loosen(tx: TransactionSql, tables: Table[]) {
  const keys = await tx<Key[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
  const sealed = tables.filter((table) => table.sealed)
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const { name } of sealed) await tx.unsafe(`alter table ${quoted(name)} no force row level security`)
  for (const { name } of tables) await tx.unsafe(`alter table ${quoted(name)} disable trigger user`)
  return async () => {
    for (const { table, name, definition } of keys) {
      await tx.unsafe(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
    }
    for (const { name } of tables) await tx.unsafe(`alter table ${quoted(name)} enable trigger user`)
    for (const { name } of sealed) await tx.unsafe(`alter table ${quoted(name)} force row level security`)
  }
}
