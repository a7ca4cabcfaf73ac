import type { ReactNode } from "react"
import { Selected } from "@/app/_ui/select-page"
import type { RowCells } from "@/lib/access/room-type"
import { isTab } from "@/lib/lists/input"
import { CELLS } from "@/lib/rooms"
import type { OpenList } from "@/lib/views/queries"
import { say } from "@/lib/words"
import { queryNow } from "./list-head"

/** The form that the tick boxes of a list belong to. */
export const BULK_FORM = "bulk"

type FrameProps = {
  action: string
  /** The list's filters, as an address says them. */
  from: string
  /** It stands there before anything is ticked. */
  shown?: boolean
  /** What went wrong. */
  wrong?: string
  /** How many are ticked, and how to tick more. */
  count: ReactNode
  children: ReactNode
}

/** Over a list once rows are ticked: how many, and what can be done with them. */
export const BulkFrame = ({ action, from, shown, wrong, count, children }: FrameProps) => (
  <form id={BULK_FORM} action={action} method="get" className={`bulk no-print${shown ? " bulk-shown" : ""}`}>
    <input type="hidden" name="from" value={from} />
    {wrong ? (
      <p role="alert" className="wrong">
        <span className="sr-only">{say("Error:")} </span>
        {wrong}
      </p>
    ) : null}
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
      {count}
      <div className="bulk-acts">{children}</div>
    </div>
  </form>
)

type ButtonProps = { to: string; name?: string; value?: string; children: string }

/** One thing that can be done with what is ticked: leads to a page with the ids of the rows. */
export const BulkButton = ({ to, name, value, children }: ButtonProps) => (
  <button type="submit" formAction={to} name={name} value={value} className="bulk-button">
    {children}
  </button>
)

type Props = {
  lio: string
  head: OpenList
  /** How the number of ticked rows is told; a number stands before `many`. */
  words: { none: string; one: string; many: string }
  /** The kind of the rows, where columns of several can be set at once. */
  of?: string
  /** More that can be done with them. */
  children?: ReactNode
}

const settable = (of: string | undefined): RowCells["many"] => (of ? CELLS.get(of)?.many : undefined)

/** The bar of a list whose rows are ticked: sets a column of theirs, and takes them along as a file. */
export function ManyBar({ lio, head, words, of, children }: Props) {
  const tabs = head.list.filters.flatMap((filter) => {
    const values = head.listing.chosen[filter.name]?.values ?? []
    return filter.tab && isTab(filter, values) ? values.map((value) => [filter.name, value] as const) : []
  })
  const path = `/${lio}/${head.list.name}`
  return (
    <BulkFrame
      action={`${path}/export`}
      from={queryNow(head)}
      count={
        <p role="status" className="m-0 font-semibold">
          <Selected name="id" form={BULK_FORM} first={0} words={words} />
        </p>
      }
    >
      {tabs.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {of ? <input type="hidden" name="of" value={of} /> : null}
      <p className="bulk-acts">
        {children}
        {Object.entries(settable(of)?.columns ?? {}).map(([column, label]) => (
          <BulkButton key={column} to={`/${lio}/cells/many`} name="column" value={column}>
            {label}
          </BulkButton>
        ))}
        <BulkButton to={`${path}/export`} name="format" value="xlsx">
          {say("Export")}
        </BulkButton>
      </p>
    </BulkFrame>
  )
}

/** The tick box of each row of such a list. */
export const ticks = <Row,>(label: (row: Row) => string) => ({ name: "id", form: BULK_FORM, label })
