import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { type Place, withQuery } from "./address"
import { Static } from "./static"

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
  /** Its share of the width of a dense table, where most have 2. */
  share?: number
  /** The column that names the row; the first one when none says so. */
  main?: boolean
  /** Its cells can be changed where they stand: pressing one opens it (only with scripts; see change-cells). */
  changes?: (row: Row) => boolean
}

export type TableProps<Row> = {
  caption: ReactNode
  /** The caption is for screen readers only, when a heading says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The id of a row in the page, for links that lead to it. */
  rowId?: (row: Row) => string
  /** Where the page stands, for the links that sort. */
  place?: Place
  /** The present order: "name", or "-name" turned round. */
  sort?: string
  /** One line a row: longer words are cut, and shown whole in the row that has the focus. */
  dense?: boolean
  /** Its columns can be put in another order, which the address keeps as `cols`. */
  moves?: boolean
  /** Those to show beside the one that names the row, in their order; all of them when nothing is said. */
  cols?: string[]
  /** Nothing in the rows needs scripts, links included: they are drawn once (decision 012). */
  plain?: boolean
  /** A tick box a row, sent as `name` (repeated) with the form of that id. `ticked`: all of them at first; `fixed`: they stay so. */
  select?: {
    name: string
    form: string
    label: (row: Row) => string
    /** What is sent for a row; its key when nothing is said. */
    value?: (row: Row) => string
    ticked?: boolean
    fixed?: boolean
  }
  /** The box over the tick boxes, which ticks all of them. */
  selectPage?: ReactNode
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
    <a href={withQuery(place, { sort: next })} className="inline-flex min-h-6 items-center gap-1 text-ink">
      {column.label}
      {arrow ? (
        <span aria-hidden="true" className="no-print">
          {arrow}
        </span>
      ) : null}
    </a>
  )
}

function sortState(column: { sort?: string }, sort?: string) {
  if (!column.sort) return undefined
  if (sort === column.sort) return "ascending"
  return sort === `-${column.sort}` ? "descending" : "none"
}

/** Only what is said: on a page of fifty rows, each attribute that is not there counts. */
const classesOf = ({ number, tight }: Pick<Column<never>, "number" | "tight">) => {
  const className = [number && "number", tight && "tight"].filter(Boolean).join(" ")
  return className ? { className } : {}
}

const nameCell = <Row,>(column: Column<Row>, row: Row) => (
  <th key={column.key} scope="row" {...classesOf(column)}>
    {column.cell(row)}
  </th>
)

/** A cell; on a phone its label stands before it, and the cell is not shown when it is empty. */
function cell<Row>(column: Column<Row>, row: Row) {
  const content = column.cell(row)
  if (column.changes?.(row)) return changingCell(column, content)
  if (content === null || content === undefined || content === "" || content === false)
    return <td key={column.key} />
  const plain = typeof content === "string" || typeof content === "number"
  return (
    <td key={column.key} data-label={column.label} {...classesOf(column)}>
      {plain ? content : <div>{content}</div>}
    </td>
  )
}

/** A cell that opens when it is pressed; an empty one can be pressed, too. */
function changingCell<Row>(column: Column<Row>, content: ReactNode) {
  return (
    <td key={column.key} data-label={column.label} {...classesOf(column)}>
      <button type="button" className="cell" data-cell={column.key}>
        {content || (
          <span className="sr-only">{say("Add {column}", { column: column.label.toLowerCase() })}</span>
        )}
      </button>
    </td>
  )
}

/** How wide the columns of a dense table are: shares of what there is, so that no table is wider than the page. */
function Widths({ columns, select }: { columns: { key: string; share?: number }[]; select: boolean }) {
  const all = columns.reduce((sum, { share = 2 }) => sum + share, 0)
  return (
    <colgroup>
      {select ? <col className="w-9" /> : null}
      {columns.map(({ key, share = 2 }) => (
        <col key={key} data-column={key} width={`${Math.round((share / all) * 100)}%`} />
      ))}
    </colgroup>
  )
}

/** Where a column stands: the one that names the row is first. */
const placeIn = <Row,>(cols: string[], column: Column<Row>, main?: Column<Row>) =>
  column === main ? -1 : cols.indexOf(column.key)

/** Rows and columns; on a phone every row is a block with labels. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns: all,
  cols,
  rows,
  rowKey,
  rowId,
  place,
  sort,
  plain,
  dense,
  moves,
  select,
  selectPage,
}: TableProps<Row>) {
  const main = all.find((column) => column.main) ?? all[0]
  const columns = cols
    ? all
        .filter((column) => column === main || cols.includes(column.key))
        .sort((one, other) => placeIn(cols, one, main) - placeIn(cols, other, main))
    : all
  const drawn = rows.map((row) => (
    <tr key={rowKey(row)} id={rowId?.(row)}>
      {select ? (
        <td className="no-print">
          <input
            type="checkbox"
            name={select.name}
            value={(select.value ?? rowKey)(row)}
            form={select.form}
            defaultChecked={select.ticked}
            disabled={select.fixed}
            aria-label={say("Select {row}", { row: select.label(row) })}
            className="tick"
          />
        </td>
      ) : null}
      {columns.map((column) => (column === main ? nameCell(column, row) : cell(column, row)))}
    </tr>
  ))
  return (
    <table className={dense ? "table table-stack table-dense" : "table table-stack"}>
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      {dense ? <Widths columns={columns} select={Boolean(select)} /> : null}
      <thead>
        <tr>
          {select ? (
            <th scope="col" className="no-print w-10">
              {selectPage}
            </th>
          ) : null}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              data-column={dense ? column.key : undefined}
              draggable={(moves && column !== main) || undefined}
              aria-sort={place && sortState(column, sort)}
              className={column.number ? "number" : undefined}
            >
              {place && column.sort ? (
                <SortLink column={{ label: column.label, sort: column.sort }} place={place} sort={sort} />
              ) : (
                column.label
              )}
              {dense ? <Grip label={column.label} moves={moves && column !== main} /> : null}
            </th>
          ))}
        </tr>
      </thead>
      {plain ? <Static as="tbody">{drawn}</Static> : <tbody>{drawn}</tbody>}
    </table>
  )
}

/** The edge of a column: dragged, or moved by arrow keys. */
function Grip({ label, moves }: { label: string; moves?: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot stand in a column's head and be moved
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-valuenow={0}
      aria-label={
        moves
          ? say("Width of {column}. Shift and an arrow key moves the column", { column: label })
          : say("Width of {column}", { column: label })
      }
      className="grip no-print"
    />
  )
}
