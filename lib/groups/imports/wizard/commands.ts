import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { importRows, imports } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { enqueue } from "../../../jobs/commands"
import { readSheet } from "../../../spreadsheet/read"
import { FIELDS, type Field, type Mapping } from "../columns/fields"
import { headerRow, mappingFor, namedHeaders } from "../columns/headers"
import { applyRows, beginImport } from "../commands"
import type { Decide } from "../input"
import { mayImport } from "../policy"
import { getImport, prepareImport } from "./queries"

const REFUSED = "Only workers and managers can bring lists in."
const CHUNK = 2_000

/** Takes a file in: its rows are kept for the next steps, and no group is touched. Several sheets: the name of one is asked for. */
export async function takeFile(
  ctx: Ctx,
  file: { name: string; bytes: Uint8Array; sheet?: string },
): Promise<{ id: string }> {
  ensure(mayImport(ctx.actor), REFUSED)
  const { rows } = await readSheet(file.bytes, { sheet: file.sheet })
  const top = headerRow(rows)
  const headers = namedHeaders(rows[top] ?? [])
  const body = rows.slice(top + 1).map((cells, at) => ({ row: top + 2 + at, cells }))
  const said = body.filter(({ cells }) => cells.some(Boolean))
  if (said.length === 0)
    throw new RuleBroken("There are headers in this file and no rows under them.", "file")
  const { id } = await beginImport(ctx, {
    fileName: file.name.slice(0, 200),
    headers,
    mapping: mappingFor(headers, rows.slice(top + 1)),
  })
  for (let at = 0; at < said.length; at += CHUNK) {
    await ctx.tx
      .insert(importRows)
      .values(said.slice(at, at + CHUNK).map((one) => ({ ...one, lioId: ctx.lio.id, importId: id })))
  }
  return { id }
}

async function openImport(ctx: Ctx, id: string) {
  const one = await getImport(ctx, id)
  if (one.confirmedAt) throw new RuleBroken("This list has been brought in already.")
  return one
}

/** Says what each column is. `columns`: the number of a column → a field, or nothing for "do not import". */
export async function mapColumns(ctx: Ctx, { id, columns }: { id: string; columns: string[] }) {
  const { headers } = await openImport(ctx, id)
  const mapping: Mapping = Object.fromEntries(
    headers.map((header, at) => [
      header,
      columns[at] && columns[at] in FIELDS ? (columns[at] as Field) : null,
    ]),
  )
  if (!Object.values(mapping).includes("name"))
    throw new RuleBroken("Choose which column holds the name of the group.")
  await ctx.tx.update(imports).set({ mapping }).where(eq(imports.id, id))
  return { id }
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

/** Lets it be done, once: a job does it, and one may leave the page. */
export async function confirmImport(ctx: Ctx, { id }: { id: string }) {
  await openImport(ctx, id)
  const [confirmed] = await ctx.tx
    .update(imports)
    .set({ confirmedAt: ctx.now })
    .where(and(eq(imports.id, id), isNull(imports.confirmedAt)))
    .returning({ id: imports.id })
  if (!confirmed) throw new RuleBroken("This list is being brought in already.")
  await enqueue(ctx, "import-groups", { id }, { key: `import-groups:${id}` })
  return { id }
}

/** What the job does: all rows or none. Run again after a crash it begins anew; run when done it does nothing. */
export async function runImport(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.execute<{ finished: boolean }>(
    sql`select finished_at is not null as finished from imports where id = ${id} for update`,
  )
  if (found(row).finished) return
  const { fileName } = await getImport(ctx, id)
  const { prepared, decide } = await prepareImport(ctx, id)
  await applyRows(ctx, id, fileName, prepared, decide)
}
