import { Fragment } from "react"
import { DataTable } from "@/app/_ui/data-table"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { ListedSession } from "@/lib/sessions/list/queries"
import { formatMinutes, formatShortDate, say } from "@/lib/words"
import { ticks } from "../../_parts/many-bar"

/** Sessions as rows: when, what, with whom, how long. */
export function SessionTable({
  lio,
  rows,
  changes = false,
}: {
  lio: string
  rows: ListedSession[]
  /** Whether its cells can be changed in the list. */
  changes?: boolean
}) {
  return (
    <DataTable
      plain
      dense
      caption={say("Sessions, newest first")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      select={
        changes
          ? ticks((row: ListedSession) => `${formatShortDate(row.on)}: ${SESSION_KINDS[row.kind]}`)
          : undefined
      }
      rowId={(row) => `row-${row.id}`}
      columns={[
        {
          key: "session",
          label: say("Session"),
          main: true,
          share: 3.6,
          cell: (row) => (
            <a href={`/${lio}/sessions/${row.id}`}>
              {formatShortDate(row.on)}: {SESSION_KINDS[row.kind]}
            </a>
          ),
        },
        {
          key: "groups",
          label: say("Groups"),
          share: 3,
          cell: (row) =>
            row.groups.map((group, at) => (
              <Fragment key={group.id}>
                {at > 0 ? ", " : null}
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
              </Fragment>
            )),
        },
        { key: "note", label: say("What happened"), share: 5, cell: (row) => row.note },
        {
          key: "function",
          label: say("Type of work"),
          cell: (row) => FUNCTIONS[row.function],
          changes: () => changes,
        },
        { key: "by", label: say("Who"), cell: (row) => row.by },
        {
          key: "minutes",
          label: say("How long"),
          number: true,
          share: 2.2,
          cell: (row) => formatMinutes(row.minutes),
          changes: () => changes,
        },
      ]}
    />
  )
}
