import type { Digests } from "./archive/tables"

/** Says on a terminal what is under way, on one line that is written over. */
export function progress(text: string) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text} …`)
}

/** A table of tables, for people. */
export function tellTables(did: string, result: object) {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K")
  const tables = Object.entries((result as { tables: Digests }).tables)
  const lines = tables.map(
    ([name, { rows, digest }]) => `${name.padEnd(32)}${String(rows).padStart(9)}  ${digest}`,
  )
  const all = tables.reduce((sum, [, { rows }]) => sum + rows, 0)
  return [...lines, `${did} ${all} rows in ${tables.length} tables.`].join("\n")
}
