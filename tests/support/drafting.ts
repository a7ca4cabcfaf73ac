import { contextOf } from "@/lib/imports/columns/context"
import { type Drafted, drafting, nothingDrafted } from "@/lib/imports/columns/drafts"
import type { Mapping } from "@/lib/imports/columns/fields"
import { readList } from "@/lib/imports/columns/lists"

/** Rows under the headers as drafts; `firstRow` is the number in the file of the first of them. */
export function draftRows(headers: string[], mapping: Mapping, rows: string[][], firstRow: number): Drafted {
  const draft = drafting(headers, mapping, contextOf())
  const drafted = nothingDrafted()
  for (const [index, row] of rows.entries()) draft(row, firstRow + index, drafted)
  return drafted
}

/** The same rows as a list that can be brought in. */
export const listOf = (headers: string[], mapping: Mapping, rows: string[][], firstRow: number) =>
  readList(
    headers,
    mapping,
    rows.map((cells, at) => ({ row: firstRow + at, cells })),
  )
