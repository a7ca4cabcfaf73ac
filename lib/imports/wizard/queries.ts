import "server-only"
import { and, asc, desc, eq, gte, sql } from "drizzle-orm"
import { importRows, imports } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { answerName } from "../../fields/input"
import { listFields } from "../../fields/queries"
import { labelIn, type Names, saidIn } from "../../groups/history/words"
import { formatDate, say } from "../../words"
import { inOneLine } from "../columns/cells"
import { type Asked, meaningKey } from "../columns/context"
import type { Mapping } from "../columns/fields"
import { type ReadList, readList } from "../columns/lists"
import { shortHeader } from "../columns/reading"
import { checkList } from "../commands"
import { readContext } from "../context/queries"
import type { OnDuplicate } from "../input"
import type { Judged } from "../matching/judge"
import type { ToldMembership } from "../matching/memberships"
import { mayImport } from "../policy"
import { mayBeInWords } from "../result"
import { UNDO_DAYS } from "../undo/commands"
import { byKind } from "./problems"

const REFUSED = say("Only workers and managers can bring lists in.")

/** How far an import has come; from its dates. */
export type ImportStage = "columns" | "waiting" | "done" | "undone" | "failed"

/** The stage of an import. */
function stageOfImport(row: typeof imports.$inferSelect): ImportStage {
  if (row.undoneAt) return "undone"
  if (row.failedWith) return "failed"
  if (row.finishedAt) return "done"
  return row.confirmedAt ? "waiting" : "columns"
}

/** The latest imports. */
export async function listImports(ctx: Ctx) {
  ensure(mayImport(ctx.actor), REFUSED)
  const rows = await ctx.tx
    .select()
    .from(imports)
    .where(sql`${imports.confirmedAt} is not null or ${imports.mapping}::text like '%"name"%'`)
    .orderBy(desc(imports.createdAt))
    .limit(30)
  return rows.map((row) => ({
    ...row,
    stage: stageOfImport(row),
    undoable:
      stageOfImport(row) === "done" &&
      ctx.now.getTime() - (row.finishedAt?.getTime() ?? 0) < UNDO_DAYS * 86_400_000,
  }))
}

/** One import as it stands. */
export async function getImport(ctx: Ctx, id: string) {
  ensure(mayImport(ctx.actor), REFUSED)
  const [row] = await ctx.tx.select().from(imports).where(eq(imports.id, id))
  const one = found(row)
  return { ...one, mapping: one.mapping as Mapping, stage: stageOfImport(one) }
}

/** The sheets of the workbook that an import came in. */
export async function listSheets(ctx: Ctx, bookId: string | null) {
  ensure(mayImport(ctx.actor), REFUSED)
  if (!bookId) return []
  const rows = await ctx.tx
    .select()
    .from(imports)
    .where(eq(imports.bookId, bookId))
    .orderBy(asc(imports.sheet))
  return rows.map((row) => ({
    id: row.id,
    sheet: row.sheet ?? row.fileName,
    stage: stageOfImport(row),
    isList: Object.values(row.mapping).includes("name"),
  }))
}

/** The top rows of the file as they stand, for choosing which holds the headers. */
export async function topRows(ctx: Ctx, id: string) {
  ensure(mayImport(ctx.actor), REFUSED)
  const rows = await ctx.tx
    .select({ row: importRows.row, cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.row))
    .limit(12)
  return rows.map(({ row, cells }) => ({ row, said: cells.filter(Boolean).join(" · ") }))
}

/** The rows under the headers. */
const groupRows = (id: string, firstRow: number | null) =>
  and(eq(importRows.importId, id), gte(importRows.row, firstRow ?? 1))

/** The first three values of each column, and how many rows there are. */
export async function sampleImport(ctx: Ctx, id: string) {
  ensure(mayImport(ctx.actor), REFUSED)
  const { firstRow } = await getImport(ctx, id)
  const rows = await ctx.tx
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(groupRows(id, firstRow))
    .orderBy(asc(importRows.row))
    .limit(400)
  const [count] = await ctx.tx
    .select({ rows: sql<number>`count(*)::int` })
    .from(importRows)
    .where(groupRows(id, firstRow))
  const samples = (at: number) =>
    [...new Set(rows.map(({ cells }) => cells[at] ?? "").filter(Boolean))].slice(0, 3)
  return { samples, rows: count?.rows ?? 0 }
}

/** The rows of an import with its mapping, as a list, and what was decided about each possible duplicate. */
export async function readImport(
  ctx: Ctx,
  id: string,
): Promise<{ list: ReadList; decide: (row: number) => OnDuplicate; cells: Map<number, string[]> }> {
  const { headers, mapping: chosen, meanings, firstRow } = await getImport(ctx, id)
  const rows = await ctx.tx
    .select({ row: importRows.row, cells: importRows.cells, decision: importRows.decision })
    .from(importRows)
    .where(groupRows(id, firstRow))
    .orderBy(asc(importRows.row))
  const { context, mapping } = await readContext(ctx, chosen, meanings)
  const decisions = new Map(rows.map(({ row, decision }) => [row, decision as OnDuplicate | null]))
  return {
    list: readList(headers, mapping, rows, context),
    decide: (row) => decisions.get(row) ?? "skip",
    cells: new Map(rows.map(({ row, cells }) => [row, cells])),
  }
}

/** A row that may be a group we have, both sides in sight. */
export type Doubt = {
  row: number
  decision: OnDuplicate
  because: string
  theirs: string[]
  ours: {
    id: string | null
    name: string
    postcode: string | null
    email: string | null
    phone: string | null
  }
}

/** Field by field what a row changes, in words. The band goes with the income and is not told beside it. */
function changesInWords(
  { changes, answers, was }: Pick<Judged, "changes" | "answers" | "was">,
  names: Names,
) {
  const values = {
    ...changes,
    ...Object.fromEntries(Object.entries(answers).map(([id, value]) => [answerName(id), value])),
  }
  return Object.entries(values)
    .filter(([name]) => name !== "incomeBand")
    .map(([name, value]) => ({
      name,
      label: labelIn(name, names) ?? name,
      from: saidIn(name, was[name], names),
      to: saidIn(name, value, names),
    }))
}

/** What a row tells of a membership that was not known, in words. */
function membershipInWords({ known, startsOn, endsOn, paidOn }: ToldMembership) {
  const days = {
    from: startsOn ? formatDate(startsOn) : "",
    until: endsOn ? formatDate(endsOn) : "",
    paid: paidOn ? formatDate(paidOn) : "",
  }
  const period = known
    ? endsOn && say("Membership until {until}", days)
    : startsOn && endsOn
      ? say("Membership from {from} until {until}", days)
      : endsOn
        ? say("Membership until {until}, first day not known", days)
        : startsOn
          ? say("Membership from {from}, last day not known", days)
          : say("Membership, first and last day not known")
  return [period, paidOn && say("Membership fee paid on {paid}", days)].flatMap((words) => words || [])
}

/** What would happen: the counts, what is wrong, and the possible duplicates. Nothing is written. */
export async function checkImport(ctx: Ctx, id: string) {
  const { list, decide, cells } = await readImport(ctx, id)
  const undecided = await checkList(ctx, list, () => "skip")
  const anyDecided = undecided.judged.some(({ draft }) => decide(draft.row) !== "skip")
  const { judged: decided, result, asked } = anyDecided ? await checkList(ctx, list, decide) : undecided
  const doubts = undecided.judged.flatMap(({ verdict, draft, known, because }): Doubt[] =>
    verdict === "duplicate" && known
      ? [
          {
            row: draft.row,
            decision: decide(draft.row),
            because: because ?? "",
            theirs: [draft.name, draft.postcode, draft.email, draft.phone].filter((value) => value !== null),
            ours: {
              id: known.row === null ? known.id : null,
              name: known.name,
              postcode: known.postcode,
              email: known.email,
              phone: known.phone,
            },
          },
        ]
      : [],
  )
  const { problems: told, ...counts } = result
  const { headers, confirmedAt } = await getImport(ctx, id)
  const doubtful = new Set(
    decided.flatMap((one) => (one.verdict === "duplicate" ? [`${one.draft.row} ${mayBeInWords(one)}`] : [])),
  )
  const problems = told.flatMap((one) => {
    if (doubtful.has(`${one.row} ${one.problem}`)) return []
    const at = headers.findIndex((header) => shortHeader(header) === one.column)
    return { ...one, at, value: inOneLine(cells.get(one.row)?.[at] ?? "") }
  })
  const fields = new Map((await listFields(ctx)).map((field) => [field.id, field]))
  const rows = decided.map(({ verdict, draft, known, because, adds, membership, ...judged }) => ({
    row: draft.row,
    verdict,
    name: draft.name,
    groupId: known?.row === null ? known.id : null,
    because,
    adds,
    membership: membership ? membershipInWords(membership) : [],
    changes: changesInWords(judged, { names: new Map(), fields, partly: false }),
  }))
  const questions = new Set(confirmedAt ? [] : asked.map(({ row, at }) => `${row}:${at}`))
  const kinds = byKind(problems.filter(({ row, at }) => !questions.has(`${row}:${at}`)))
  return { counts, problems, kinds, doubts, rows, words: wordsAsked(asked, headers) }
}

/** A word of a column that Trellis does not know, with how many rows say it: asked about once. */
export type WordAsked = {
  at: number
  column: string
  value: string
  rows: number
  options: [string, string][]
}

function wordsAsked(unclear: Asked[], headers: string[]): WordAsked[] {
  const words = new Map<string, WordAsked>()
  for (const { at, value, options } of unclear) {
    const key = `${at} ${meaningKey(value)}`
    const there = words.get(key)
    if (there) there.rows += 1
    else words.set(key, { at, column: headers[at] ?? "", value: value.slice(0, 200), rows: 1, options })
  }
  return [...words.values()].sort((a, b) => a.at - b.at || b.rows - a.rows)
}

/** The rows with something wrong, as they stand in the file, with a column that says what: to mend and bring in again. */
export async function listBadRows(ctx: Ctx, id: string): Promise<(string | number)[][]> {
  const { headers } = await getImport(ctx, id)
  const { list, decide, cells } = await readImport(ctx, id)
  const { problems } = (await checkList(ctx, list, decide)).result
  const byRow = new Map<number, string[]>()
  for (const { row, column, problem } of problems)
    byRow.set(row, [...(byRow.get(row) ?? []), `${column}: ${problem}`])
  const width = Math.max(headers.length, ...[...byRow.keys()].map((row) => cells.get(row)?.length ?? 0))
  const columns = Array.from({ length: width }, (_, at) => headers[at] ?? say("Column {at}", { at: at + 1 }))
  return [
    [...columns, say("Problem")],
    ...[...byRow].map(([row, problems]) => [
      ...columns.map((_column, at) => cells.get(row)?.[at] ?? ""),
      problems.join(" "),
    ]),
  ]
}
