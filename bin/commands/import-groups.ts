import fs from "node:fs/promises"
import path from "node:path"
import { asSystem } from "@/lib/access/doors"
import { RuleBroken } from "@/lib/errors"
import { draftRows } from "@/lib/groups/imports/columns/drafts"
import { FIELDS, type Mapping } from "@/lib/groups/imports/columns/fields"
import { headersOf, mappingFor } from "@/lib/groups/imports/columns/headers"
import { applyRows, beginImport, checkRows, countsOf } from "@/lib/groups/imports/commands"
import { ON_DUPLICATE, type OnDuplicate } from "@/lib/groups/imports/input"
import { readBook, readSheet } from "@/lib/spreadsheet/read"
import { type Command, needed, theFile, WrongUsage } from "../command"

async function mappingOf(headers: string[], rows: string[][], file: string | undefined): Promise<Mapping> {
  const mapping = mappingFor(headers, rows)
  if (!file) return mapping
  const said = await fs
    .readFile(file, "utf8")
    .then((text) => JSON.parse(text) as Record<string, string | null>)
    .catch(() => {
      throw new RuleBroken(`${file} cannot be read as JSON, like {"Club": "name", "Notes": null}.`)
    })
  for (const [header, field] of Object.entries(said)) {
    if (!headers.includes(header))
      throw new RuleBroken(`${file} names a column “${header}” that the list does not have.`)
    if (field !== null && !(field in FIELDS))
      throw new RuleBroken(`${file} names a field “${field}”. Known: ${Object.keys(FIELDS).join(", ")}.`)
    mapping[header] = field as keyof typeof FIELDS | null
  }
  return mapping
}

/** The rows of the sheet that is asked for; when none is, of the first that has a column with the name of the group. */
async function rowsOf(bytes: Uint8Array, sheet: string | undefined): Promise<string[][]> {
  const asked = sheet === undefined ? null : await readSheet(bytes, { sheet })
  if (asked) return asked.rows
  const isList = ({ rows }: { rows: string[][] }) => {
    const { headers, first } = headersOf(rows)
    return Object.values(mappingFor(headers, rows.slice(first))).includes("name")
  }
  return ((await readBook(bytes)).find(isList) ?? (await readSheet(bytes))).rows
}

export const command: Command = {
  name: "import groups",
  usage: "--lio SHORT-NAME FILE [--sheet NAME] [--map FILE] [--dry-run] [--on-duplicate skip|merge|new]",
  help: "Brings a list of groups in from .csv, .xlsx or .ods. All rows or none; run again, it makes nothing new.\n--sheet: left out, the first sheet with a column that holds the name. --map: a JSON file, column → field (null: leave out). --dry-run: says what would happen and writes nothing.",
  options: {
    lio: { type: "string" },
    sheet: { type: "string" },
    map: { type: "string" },
    "dry-run": { type: "boolean" },
    "on-duplicate": { type: "string" },
  },
  async run(given) {
    const lio = needed(given, "lio")
    const file = theFile(given)
    const onDuplicate = (given.options["on-duplicate"] ?? "skip") as OnDuplicate
    if (!ON_DUPLICATE.includes(onDuplicate))
      throw new WrongUsage(`--on-duplicate is one of ${ON_DUPLICATE.join(", ")}.`)
    const bytes = await fs.readFile(file).catch(() => {
      throw new RuleBroken(`There is no file ${file}.`)
    })
    const rows = await rowsOf(bytes, given.options.sheet)
    const { headers, first } = headersOf(rows)
    const mapping = await mappingOf(headers, rows.slice(first), given.options.map)
    if (!Object.values(mapping).includes("name")) {
      throw new RuleBroken(
        `No column of ${path.basename(file)} is known to hold the name of the group. Its columns: ${headers.join(", ")}. Name one with --map.`,
      )
    }
    const prepared = draftRows(headers, mapping, rows.slice(first), first + 1)
    const decide = () => onDuplicate
    const result = await asSystem(
      lio,
      async (ctx) => {
        if (given.flags.has("dry-run")) return countsOf(await checkRows(ctx, prepared, decide), prepared)
        const { id } = await beginImport(ctx, { fileName: path.basename(file), headers, mapping })
        return applyRows(ctx, id, path.basename(file), prepared, decide)
      },
      { name: "Command line", via: "import" },
    )
    return { ...result, mapping }
  },
  tell: (result) => {
    const {
      rows,
      new: fresh,
      updated,
      unchanged,
      duplicates,
      errors,
      problems,
    } = result as Awaited<ReturnType<typeof applyRows>>
    const lines = problems
      .slice(0, 20)
      .map(({ row, column, problem }) => `  row ${row}, ${column}: ${problem}`)
    const more = problems.length > 20 ? [`  … and ${problems.length - 20} more (--json shows all)`] : []
    return [
      `${rows} rows: ${fresh} new, ${updated} updated, ${unchanged} unchanged, ${duplicates} possible duplicates left out, ${errors} errors.`,
      ...lines,
      ...more,
    ].join("\n")
  },
}
