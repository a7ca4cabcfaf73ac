import { DataTable, type TableProps } from "./data-table"
import { SelectPage } from "./select-page"
import { WorkTable } from "./work-table"

/** A dense table to work in: a line a row, with what scripts add to it. Pages that only show a table don't get those. */
export function WorkList<Row>(props: Omit<TableProps<Row>, "dense" | "selectPage">) {
  const { select, moves } = props
  return (
    <div>
      <DataTable
        {...props}
        dense
        selectPage={
          select ? (
            <SelectPage name={select.name} form={select.form} ticked={select.ticked} fixed={select.fixed} />
          ) : undefined
        }
      />
      <WorkTable moves={Boolean(moves)} />
    </div>
  )
}
