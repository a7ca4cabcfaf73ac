import "server-only"
import { and, eq, isNull, lt, lte, sql } from "drizzle-orm"
import { importRows, imports } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { post } from "../../email/commands"
import { ensure, RuleBroken } from "../../errors"
import { listFields } from "../../fields/queries"
import { enqueue } from "../../jobs/commands"
import { readBook } from "../../spreadsheet/read"
import { say } from "../../words"
import { isMeaning } from "../columns/answers"
import { inOneLine } from "../columns/cells"
import { meaningKey } from "../columns/context"
import type { Mapping } from "../columns/fields"
import { headersOf, mappingFor, meaningOf, withName } from "../columns/headers"
import { applyRows, beginImport } from "../commands"
import { keepNotesQuestion } from "../context/commands"
import { ASK_LATER, type Decide, type MeanWords, type MendCells, type MendValues } from "../input"
import { forgetMapping, rememberMapping } from "../mappings/commands"
import { rememberedFor } from "../mappings/queries"
import { inParts } from "../parts"
import { mayImport } from "../policy"
import { UNDO_DAYS } from "../undo/commands"
import { getImport, readImport } from "./queries"

const REFUSED = say("Only workers and managers can bring lists in.")
/** So many rows of a file are kept by one statement. */
const KEPT_AT_ONCE = 2_000
/** So many rows under the headers are looked at to guess what the columns are. */
const SAMPLE = 200

/**
 * Takes a file in: its rows are kept for the next steps, and no group is touched. Each sheet is a list by itself; gives
 * the one that looks most like a list of groups.
 */
export async function takeFile(ctx: Ctx, file: { name: string; bytes: Uint8Array }): Promise<{ id: string }> {
  ensure(mayImport(ctx.actor), REFUSED)
  const book = (await readBook(file.bytes)).map(({ sheet, rows }) => ({ sheet, rows, ...headersOf(rows) }))
  const filled = book.filter(({ rows, first }) => rows.slice(first).some((cells) => cells.some(Boolean)))
  if (filled.length === 0)
    throw new RuleBroken(say("There are headers in this file and no rows under them."), "file")
  const questions = await listFields(ctx)
  const bookId = crypto.randomUUID()
  const taken: { id: string; meant: number }[] = []
  for (const { sheet, rows, headers, top, first } of filled) {
    const remembered = await rememberedFor(ctx, headers)
    const mapping =
      remembered?.mapping ??
      withName(mappingFor(headers, rows.slice(first), questions), headers, rows.slice(first))
    const { id } = await beginImport(ctx, { fileName: file.name.slice(0, 200), headers, mapping })
    await ctx.tx
      .update(imports)
      .set({
        ...{ bookId, sheet: sheet || null, headerRow: top + 1, firstRow: first + 1 },
        meanings: remembered?.meanings ?? {},
      })
      .where(eq(imports.id, id))
    const filled = rows
      .map((cells, at) => ({ row: at + 1, cells }))
      .filter(({ cells }) => cells.some(Boolean))
    for (const part of inParts(filled, KEPT_AT_ONCE))
      await ctx.tx.insert(importRows).values(part.map((one) => ({ ...one, lioId: ctx.lio.id, importId: id })))
    taken.push({ id, meant: meaningOf(mapping) })
  }
  const best = taken.reduce((most, one) => (one.meant > most.meant ? one : most))
  return { id: best.id }
}

/** Says in which row the headers stand; the columns are then guessed anew. */
export async function chooseHeaders(ctx: Ctx, { id, row }: { id: string; row: number }) {
  await openImport(ctx, id)
  const sample = await ctx.tx
    .select({ row: importRows.row, cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.importId, id), lte(importRows.row, row + SAMPLE)))
  const rows: string[][] = []
  for (const one of sample) rows[one.row - 1] = one.cells
  const whole = Array.from(rows, (cells) => cells ?? [])
  if (!whole[row - 1]?.some(Boolean))
    throw new RuleBroken(say("There is nothing in that row. Choose another."), "row")
  const { headers, first } = headersOf(whole, row - 1)
  const remembered = await rememberedFor(ctx, headers)
  const mapping =
    remembered?.mapping ??
    withName(mappingFor(headers, whole.slice(first), await listFields(ctx)), headers, whole.slice(first))
  await ctx.tx
    .update(imports)
    .set({
      ...{ headers, mapping, headerRow: row, firstRow: first + 1 },
      ...{ meanings: remembered?.meanings ?? {}, mappedAt: null },
    })
    .where(eq(imports.id, id))
  return { id }
}

/** Forgets how these columns were matched before, and guesses them anew. */
export async function forgetColumns(ctx: Ctx, { id }: { id: string }) {
  const { headers, headerRow } = await openImport(ctx, id)
  await forgetMapping(ctx, headers)
  return chooseHeaders(ctx, { id, row: headerRow ?? 1 })
}

/**
 * Puts right what stands in cells: the rows are read again with it. The file itself stays as it is, and so does a cell
 * that nobody changed on the page, with its lines.
 */
export async function mendCells(ctx: Ctx, { id, cells, values: to }: MendCells) {
  const { headers, firstRow } = await openImport(ctx, id)
  const typed = cells.map((cell, index) => ({ ...cell, value: to[index] ?? "" }))
  const wanted = typed.filter(({ row, at }) => row >= (firstRow ?? 1) && at < headers.length)
  const values = new Map(wanted.map(({ row, at, value }) => [`${row}:${at}`, value]))
  const stored = await ctx.tx.execute<{ row: number; cells: string[] }>(sql`
    select row, cells from import_rows
    where import_id = ${id}::uuid and row = any (${sql.param(wanted.map(({ row }) => row))}::int[])`)
  const mended = stored.map(({ row, cells }) => ({
    row,
    cells: headers.map((_header, at) => {
      const value = values.get(`${row}:${at}`)
      const before = cells[at] ?? ""
      return value === undefined || value === inOneLine(before) ? before : value
    }),
  }))
  await ctx.tx.execute(sql`
    update import_rows r set cells = d.cells
    from jsonb_to_recordset(${JSON.stringify(mended)}::jsonb) as d(row int, cells jsonb)
    where r.import_id = ${id}::uuid and r.row = d.row`)
  return { id }
}

async function openImport(ctx: Ctx, id: string) {
  const one = await getImport(ctx, id)
  if (one.confirmedAt) throw new RuleBroken(say("This list has been imported already."))
  return one
}

/** Says what each column is. `columns`: the number of a column → a field or one of the LIO's own questions, or nothing for "do not import". */
export async function mapColumns(ctx: Ctx, { id, columns }: { id: string; columns: string[] }) {
  const { headers } = await openImport(ctx, id)
  const questions = await listFields(ctx)
  const mapping: Mapping = Object.fromEntries(
    headers.map((header, at) => {
      const meaning = columns[at] ?? ""
      return [header, isMeaning(meaning, questions) ? meaning : null]
    }),
  )
  if (!Object.values(mapping).includes("name"))
    throw new RuleBroken(say("Choose which column holds the name of the group."))
  await ctx.tx.update(imports).set({ mapping, mappedAt: ctx.now }).where(eq(imports.id, id))
  return { id }
}

/** Says what words of columns mean, each once for all rows; "" leaves a word out. What was said before stays. */
export async function meanWords(ctx: Ctx, { id, words, meanings: chosen }: MeanWords) {
  const { headers, meanings } = await openImport(ctx, id)
  const updated = structuredClone(meanings)
  for (const [index, { at, value }] of words.entries()) {
    const [header, meant] = [headers[at], chosen[index]]
    if (header === undefined || meant === undefined || meant === ASK_LATER) continue
    updated[header] = { ...updated[header], [meaningKey(value)]: meant }
  }
  await ctx.tx.update(imports).set({ meanings: updated }).where(eq(imports.id, id))
  return { id }
}

/** Puts values right in every row that says them in a column, all at once, and empty cells one by one. */
export async function mendValues(ctx: Ctx, { id, words, values }: MendValues) {
  const { headers, firstRow } = await openImport(ctx, id)
  const typed = words.map((word, index) => ({ ...word, to: values[index] ?? "" }))
  const empty = typed.flatMap((one) => (one.value === null ? [one] : []))
  const meant: Record<number, Record<string, string>> = {}
  for (const { at, value, to } of typed)
    if (value !== null && to !== value && at < headers.length) meant[at] = { [value]: to, ...meant[at] }
  const now = sql`${JSON.stringify(meant)}::jsonb -> (c.at - 1)::text -> regexp_replace(c.cell, '\\s*[\\r\\n]+\\s*', '; ', 'g')`
  const all = sql`jsonb_array_elements_text(r.cells) with ordinality c(cell, at)`
  await ctx.tx.execute(sql`
    update import_rows r set cells = (select jsonb_agg(coalesce(${now}, to_jsonb(c.cell)) order by c.at) from ${all})
    where r.import_id = ${id}::uuid and r.row >= ${firstRow ?? 1} and exists (select from ${all} where ${now} is not null)`)
  return mendCells(ctx, {
    id,
    cells: empty.map(({ row, at }) => ({ row, at })),
    values: empty.map(({ to }) => to),
  })
}

/** Decides about one possible duplicate, or about all that nobody has decided. */
export async function decideDoubt(ctx: Ctx, { id, row, decision }: Decide) {
  await openImport(ctx, id)
  await ctx.tx
    .update(importRows)
    .set({ decision })
    .where(and(eq(importRows.importId, id), row ? eq(importRows.row, row) : isNull(importRows.decision)))
  return { id }
}

/** Lets it be done, once: a job does it, and one may leave the page. How the columns were matched is kept for next time. */
export async function confirmImport(ctx: Ctx, { id }: { id: string }) {
  const { fileName, sheet, headers, mapping, meanings } = await openImport(ctx, id)
  const [confirmed] = await ctx.tx
    .update(imports)
    .set({ confirmedAt: ctx.now, failedWith: null, progress: 0 })
    .where(and(eq(imports.id, id), isNull(imports.confirmedAt)))
    .returning({ id: imports.id })
  if (!confirmed) throw new RuleBroken(say("This list is being imported already."))
  await rememberMapping(ctx, { name: sheet ? `${fileName}, ${sheet}` : fileName, headers, mapping, meanings })
  await enqueue(ctx, "import-groups", { id }, { key: `import-groups:${id}` })
  return { id }
}

/** What the job does: all rows or none. Run again after a crash it begins anew; run when done it does nothing. */
export async function runImport(ctx: Ctx, id: string) {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0))`)
  const { fileName, sheet, personId, finishedAt, mapping } = await getImport(ctx, id)
  if (finishedAt) return
  await keepNotesQuestion(ctx, mapping)
  const { list, decide } = await readImport(ctx, id)
  // Outside the import's own transaction, so that the page can show how far it has come.
  const tell = (progress: number) =>
    asSystem(ctx.lio.id, (ctx) => ctx.tx.update(imports).set({ progress }).where(eq(imports.id, id)))
  const name = sheet ? `${fileName}, ${sheet}` : fileName
  const result = await applyRows(ctx, id, name, list, decide, tell)
  if (!personId) return
  await post(ctx, {
    letter: "import-done",
    stream: "service",
    to: { personId },
    props: {
      name,
      made: result.new,
      changed: result.updated,
      leftOut: result.duplicates + result.errors,
      toMend: new Set(result.problems.map(({ row }) => row)).size,
      days: UNDO_DAYS,
      url: `/${ctx.lio.slug}/groups/import/${id}/report`,
    },
  })
}

/** Says that a list could not be brought in: nothing of it was, and it can be mended and tried again. */
export async function failImport(ctx: Ctx, { id, because }: { id: string; because: string }) {
  ensure(mayImport(ctx.actor), say("Only workers and managers can bring lists in."))
  await ctx.tx
    .update(imports)
    .set({ failedWith: because, confirmedAt: null })
    .where(and(eq(imports.id, id), isNull(imports.finishedAt)))
}

/** For how many days an import that was begun can be gone on with. */
export const OPEN_DAYS = 14

/** Clears imports that were begun before then and never brought in: how many. */
export async function clearOldImports(ctx: Ctx, before: Date): Promise<number> {
  const gone = await ctx.tx
    .delete(imports)
    .where(and(isNull(imports.confirmedAt), lt(imports.createdAt, before)))
  return gone.count
}

/** Clears the rows of imports that were brought in before then; what came of each stays in the history. */
export async function clearFinishedRows(ctx: Ctx, before: Date): Promise<number> {
  const over = ctx.tx.select({ id: imports.id }).from(imports).where(lt(imports.finishedAt, before))
  return (await ctx.tx.delete(importRows).where(sql`${importRows.importId} in ${over}`)).count
}
