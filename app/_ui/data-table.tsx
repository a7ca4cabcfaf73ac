import Link from "next/link"
import type { ReactNode } from "react"
import { type Place, withQuery } from "./address"
import { SelectPage } from "./select-page"

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** The word in ?sort= that sorts by this column. */
  sort?: string
  /** Figures: set to the right. */
  number?: boolean
  /** Short words that stay on one line: dates, states. */
  tight?: boolean
  /** The column that names the row; the first one when none says so. */
  main?: boolean
}

type Props<Row> = {
  caption: ReactNode
  /** The caption is for screen readers only, when a heading says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Where the page stands, for the links that sort. */
  place?: Place
  /** The present order: "name", or "-name" turned round. */
  sort?: string
  /** A tick box a row, sent as `name` (repeated) with the form of that id. `ticked`: all of them at first; `fixed`: they stay so. */
  select?: { name: string; form: string; label: (row: Row) => string; ticked?: boolean; fixed?: boolean }
}

function SortLink({
  column,
  place,
  sort,
}: {
  column: { label: string; sort: string }
  place: Place
  sort?: string
}) {
  const next = sort === column.sort ? `-${column.sort}` : column.sort
  const arrow = sort === column.sort ? "▲" : sort === `-${column.sort}` ? "▼" : ""
  return (
    <Link
      href={withQuery(place, { sort: next })}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1 text-ink"
    >
      {column.label}
      {arrow ? <span aria-hidden="true">{arrow}</span> : null}
    </Link>
  )
}

function sortState(column: { sort?: string }, sort?: string) {
  if (!column.sort) return undefined
  if (sort === column.sort) return "ascending"
  return sort === `-${column.sort}` ? "descending" : "none"
}

/** Rows and columns; on a phone every row is a block with labels. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  place,
  sort,
  select,
}: Props<Row>) {
  const main = columns.find((column) => column.main) ?? columns[0]
  return (
    <table className="table table-stack">
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {select ? (
            <th scope="col" className="w-10">
              <SelectPage name={select.name} form={select.form} ticked={select.ticked} fixed={select.fixed} />
            </th>
          ) : null}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={place && sortState(column, sort)}
              className={column.number ? "number" : undefined}
            >
              {place && column.sort ? (
                <SortLink column={{ label: column.label, sort: column.sort }} place={place} sort={sort} />
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {select ? (
              <td>
                <input
                  type="checkbox"
                  name={select.name}
                  value={rowKey(row)}
                  form={select.form}
                  defaultChecked={select.ticked}
                  disabled={select.fixed}
                  aria-label={`Select ${select.label(row)}`}
                  className="size-6 accent-leaf"
                />
              </td>
            ) : null}
            {columns.map((column) => {
              const content = column.cell(row)
              const empty = content === null || content === undefined || content === "" || content === false
              const classes =
                [column.number && "number", column.tight && "tight", empty && "cell-empty"]
                  .filter(Boolean)
                  .join(" ") || undefined
              return column === main ? (
                <th key={column.key} scope="row" className={classes}>
                  {content}
                </th>
              ) : (
                <td key={column.key} className={classes}>
                  <span className="cell-label">{column.label}</span>
                  <span className="min-w-0">{content}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
