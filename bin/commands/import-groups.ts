import fs from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { asSystem } from "@/lib/access/doors"
import { RuleBroken } from "@/lib/errors"
import type { Field as Question } from "@/lib/fields/input"
import { listFields } from "@/lib/fields/queries"
import { isMeaning, ownColumn } from "@/lib/imports/columns/answers"
import { type Meanings, meaningKey } from "@/lib/imports/columns/context"
import { FIELDS, type Mapping } from "@/lib/imports/columns/fields"
import { headersOf, mappingFor, meaningOf } from "@/lib/imports/columns/headers"
import { readList } from "@/lib/imports/columns/lists"
import { applyRows, beginImport, checkList } from "@/lib/imports/commands"
import { keepNotesQuestion } from "@/lib/imports/context/commands"
import { readContext } from "@/lib/imports/context/queries"
import { ON_DUPLICATE, type OnDuplicate } from "@/lib/imports/input"
import { byKind } from "@/lib/imports/wizard/problems"
import { readBook, readSheet } from "@/lib/spreadsheet/read"
import { sayCount } from "@/lib/words"
import { type Command, needed, theFile, WrongUsage } from "../command"

const field = z.string().nullable()
const columnSaid = z.union([field, z.object({ field, values: z.record(z.string(), z.string()).default({}) })])
const pairs = z.record(z.string(), columnSaid)

/** What each column holds, and what its words mean: as Trellis guesses, or as the file of --map says. */
async function mappingOf(
  headers: string[],
  rows: string[][],
  questions: Question[],
  file: string | undefined,
): Promise<{ mapping: Mapping; meanings: Meanings }> {
  const mapping = mappingFor(headers, rows, questions)
  const meanings: Meanings = {}
  if (!file) return { mapping, meanings }
  const columns = await fs
    .readFile(file, "utf8")
    .then((text) => pairs.parse(JSON.parse(text)))
    .catch(() => {
      throw new RuleBroken(`${file} cannot be read as JSON, like {"Club": "name", "Notes": null}.`)
    })
  for (const [header, column] of Object.entries(columns)) {
    const { field, values } =
      column !== null && typeof column === "object" ? column : { field: column, values: {} }
    meanings[header] = Object.fromEntries(
      Object.entries(values).map(([word, value]) => [meaningKey(word), value]),
    )
    if (!headers.includes(header))
      throw new RuleBroken(`${file} names a column “${header}” that the list does not have.`)
    const question = questions.find(({ label }) => label === field)
    const meant = question ? ownColumn(question) : field
    if (meant !== null && !isMeaning(meant, questions)) {
      const names = [...Object.keys(FIELDS), ...questions.map(({ label }) => label)]
      throw new RuleBroken(`${file} names a field “${field}”. Known: ${names.join(", ")}.`)
    }
    mapping[header] = meant
  }
  return { mapping, meanings }
}

/** Whoever runs a command has the machine: a list may be of any size. */
const ANY_SIZE = Number.POSITIVE_INFINITY

/** The sheet that is named, or the one that looks most like a list of groups; others that do are told of. */
async function sheetOf(bytes: Uint8Array, name: string | undefined): Promise<string[][]> {
  if (name !== undefined) return (await readSheet(bytes, { sheet: name, mostBytes: ANY_SIZE })).rows
  const lists = (await readBook(bytes, { mostBytes: ANY_SIZE })).flatMap(({ sheet, rows }) => {
    const { headers, first } = headersOf(rows)
    const meant = meaningOf(mappingFor(headers, rows.slice(first)))
    return meant > 0 ? [{ sheet, rows, meant }] : []
  })
  const best = lists.toSorted((a, b) => b.meant - a.meant)[0]
  if (!best) return (await readSheet(bytes, { mostBytes: ANY_SIZE })).rows
  if (lists.length > 1)
    console.error(
      `Reading the sheet “${best.sheet}”. Bring the others in one by one with --sheet: ${lists
        .filter((one) => one !== best)
        .map(({ sheet }) => sheet)
        .join(", ")}.`,
    )
  return best.rows
}

/** Says on a terminal how far it has come. */
const progress = async (rows: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${rows.toLocaleString("en-GB")} rows written`)
}

export const command: Command = {
  name: "import groups",
  usage: "--lio SHORT-NAME FILE [--sheet NAME] [--map FILE] [--dry-run] [--on-duplicate skip|merge|new]",
  help: 'Brings a list of groups in from .csv, .xlsx or .ods. All rows or none; run again, it makes nothing new.\n--sheet: left out, the sheet that looks most like a list of groups. --map: a JSON file, column → field, or one of your own questions by its words (null: leave out); with what its words mean as {"field": "stage", "values": {"Paid up": "member", "tbc": ""}}. --dry-run: says what would happen and writes nothing.',
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
    const rows = await sheetOf(bytes, given.options.sheet)
    const { headers, first } = headersOf(rows)
    const questions = await asSystem(lio, listFields, { name: "Command line" })
    const { mapping, meanings } = await mappingOf(headers, rows.slice(first), questions, given.options.map)
    if (!Object.values(mapping).includes("name")) {
      throw new RuleBroken(
        `No column of ${path.basename(file)} is known to hold the name of the group. Its columns: ${headers.join(", ")}. Name one with --map.`,
      )
    }
    const decide = () => onDuplicate
    const result = await asSystem(
      lio,
      async (ctx) => {
        if (!given.flags.has("dry-run")) await keepNotesQuestion(ctx, mapping)
        const { context, mapping: read } = await readContext(ctx, mapping, meanings)
        const numbered = rows.slice(first).map((cells, at) => ({ row: first + 1 + at, cells }))
        const list = readList(headers, read, numbered, context)
        if (given.flags.has("dry-run")) return (await checkList(ctx, list, decide)).result
        const { id } = await beginImport(ctx, { fileName: path.basename(file), headers, mapping })
        return applyRows(ctx, id, path.basename(file), list, decide, progress)
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
    const kinds = byKind(problems.map((one) => ({ ...one, at: -1, value: one.problem })))
    const lines = kinds.flatMap(({ column, rows: many, values }) => [
      `  ${column}, ${sayCount(many, { one: "{count} row", other: "{count} rows" })}:`,
      ...values
        .slice(0, 5)
        .map(
          ({ problem, rows: where }) =>
            `    row ${where.slice(0, 5).join(", ")}${where.length > 5 ? " …" : ""}: ${problem}`,
        ),
      ...(values.length > 5 ? [`    … and ${values.length - 5} more like it (--json shows all)`] : []),
    ])
    return [
      `${rows} rows: ${fresh} new, ${updated} updated, ${unchanged} unchanged, ${duplicates} possible duplicates left out, ${errors} errors.`,
      ...lines,
    ].join("\n")
  },
}
