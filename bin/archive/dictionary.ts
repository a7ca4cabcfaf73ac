import fs from "node:fs"
import path from "node:path"
import type { TransactionSql } from "postgres"

type Column = {
  name: string
  kind: string
  empty: boolean
  about: string
  pointsTo: string | null
  words: string | null
}
export type Entry = { table: string; about: string; columns: Column[] }

const SCHEMA = path.resolve(import.meta.dirname, "../../db/schema")
const COMMENT = String.raw`/\*\*\s*((?:(?!\*/)[\s\S])*?)\s*\*/\s*`
const tidy = (comment = "") => comment.replace(/\s*\n\s*\*?\s*/g, " ").trim()

/** What the comments in db/schema say of tables ("groups") and columns ("groups.name"). */
function readComments() {
  const comments = new Map<string, string>()
  for (const name of fs.readdirSync(SCHEMA)) {
    const source = fs.readFileSync(path.join(SCHEMA, name), "utf8")
    const tables = [...source.matchAll(/export const \w+ = pgTable\(\s*"(\w+)"/g)]
    for (const [at, match] of tables.entries()) {
      const before = source.slice(at > 0 ? (tables[at - 1]?.index ?? 0) : 0, match.index)
      const about = [...before.matchAll(new RegExp(`${COMMENT}$`, "g"))].at(-1)?.[1]
      if (match[1] && about) comments.set(match[1], tidy(about))
      const body = source.slice(match.index, tables[at + 1]?.index)
      for (const [, comment, column] of body.matchAll(
        new RegExp(`${COMMENT}\\w+: [\\w<>"| ]+\\(\\s*"(\\w+)"`, "g"),
      )) {
        comments.set(`${match[1]}.${column}`, tidy(comment))
      }
    }
  }
  return comments
}

/** Describes tables from the catalogue of the database and the comments of the schema. */
export async function describeTables(tx: TransactionSql, tables: string[]): Promise<Entry[]> {
  const comments = readComments()
  const rows = await tx<
    {
      table: string
      name: string
      kind: string
      empty: boolean
      pointsTo: string | null
      words: string | null
    }[]
  >`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as kind, not a.attnotnull as empty,
      (select k.confrelid::regclass::text from pg_constraint k
       where k.contype = 'f' and k.conrelid = c.oid and k.conkey[cardinality(k.conkey)] = a.attnum limit 1) as "pointsTo",
      (select string_agg(m[1], ', ') from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::', 'g') m
       where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum]) as words
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${tables}) order by c.relname, a.attnum`
  return tables.map((table) => ({
    table,
    about: comments.get(table) ?? "",
    columns: rows
      .filter((row) => row.table === table)
      .map((row) => ({ ...row, about: comments.get(`${table}.${row.name}`) ?? "" })),
  }))
}

/** The README of an export. */
export function writeReadme(lio: { name: string }, at: string, dictionary: (Entry & { rows: number })[]) {
  const sections = dictionary.map(({ table, about, columns, rows }) => {
    const lines = columns.map(({ name, kind, empty, about, pointsTo, words }) => {
      const more = [
        about,
        pointsTo && `Points to ${pointsTo}.`,
        words && `One of: ${words}.`,
        empty && "May be empty.",
      ]
      return `| ${name} | ${kind} | ${more.filter(Boolean).join(" ").replaceAll("|", "\\|")} |`
    })
    return [
      `## ${table}`,
      "",
      ...(about ? [about, ""] : []),
      `Rows: ${rows}.`,
      "",
      "| column | kind | meaning |",
      "|---|---|---|",
      ...lines,
    ].join("\n")
  })
  return `# Everything that Trellis holds for ${lio.name}

Written at ${at}. Each table is here twice with the same rows: as CSV (UTF-8, opens in a spreadsheet) and as JSON (one list).
Times are ISO 8601, in UTC. Empty means unknown; it is not the same as "no" or "none". Columns called \`id\` name a row;
columns that end in \`_id\` point to such a row in another table. Keys that point from one row to another are in the tables below.
In the CSV files, text that a spreadsheet would take for a formula has an apostrophe before it; the JSON files have it as written.

${sections.join("\n\n")}
`
}
