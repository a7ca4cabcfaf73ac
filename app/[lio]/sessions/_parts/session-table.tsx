import { Fragment } from "react"
import { WorkList } from "@/app/_ui/work-list"
import { FUNCTIONS } from "@/db/vocabulary"
import { SESSION_COLUMNS } from "@/lib/sessions/list/filters"
import type { ListedSession } from "@/lib/sessions/list/queries"
import { kindInWords } from "@/lib/sessions/words"
import { formatMinutes, formatShortDate, say } from "@/lib/words"
import { ticks } from "../../_parts/many-bar"

/** Sessions as rows: when, what, with whom, how long. */
export function SessionTable({
  lio,
  rows,
  changes = false,
  cols,
}: {
  lio: string
  rows: ListedSession[]
  /** Whether its cells can be changed in the list. */
  changes?: boolean
  /** The columns to show, in their order. */
  cols?: string[]
}) {
  return (
    <WorkList
      plain
      moves
      cols={cols}
      caption={say("Sessions, newest first")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      select={
        changes ? ticks((row: ListedSession) => `${formatShortDate(row.on)}: ${kindInWords(row)}`) : undefined
      }
      rowId={(row) => `row-${row.id}`}
      columns={[
        {
          key: "session",
          label: SESSION_COLUMNS.session,
          main: true,
          share: 3.6,
          cell: (row) => (
            <a href={`/${lio}/sessions/${row.id}`}>
              {formatShortDate(row.on)}: {kindInWords(row)}
            </a>
          ),
        },
        {
          key: "groups",
          label: SESSION_COLUMNS.groups,
          share: 3,
          cell: (row) =>
            [
              ...row.groups.map(({ id, name }) => ({ id, name, path: "groups" })),
              ...row.enquiries.map(({ id, name }) => ({ id, name, path: "enquiries" })),
            ].map(({ id, name, path }, at) => (
              <Fragment key={id}>
                {at > 0 ? ", " : null}
                <a href={`/${lio}/${path}/${id}`}>{name}</a>
              </Fragment>
            )),
        },
        { key: "note", label: SESSION_COLUMNS.note, share: 5, cell: (row) => row.note },
        {
          key: "function",
          label: SESSION_COLUMNS.function,
          cell: (row) => FUNCTIONS[row.function],
          changes: () => changes,
        },
        { key: "by", label: SESSION_COLUMNS.by, cell: (row) => row.by },
        {
          key: "minutes",
          label: SESSION_COLUMNS.minutes,
          number: true,
          share: 2.2,
          cell: (row) => formatMinutes(row.minutes),
          changes: () => changes,
        },
      ]}
    />
  )
}
