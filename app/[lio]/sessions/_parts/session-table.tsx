import { DataTable } from "@/app/_ui/data-table"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { ListedSession } from "@/lib/sessions/list/queries"
import { formatDate, formatMinutes } from "@/lib/words"

/** Sessions as rows: when, what, with whom, how long. */
export function SessionTable({ lio, rows }: { lio: string; rows: ListedSession[] }) {
  return (
    <DataTable
      plain
      caption="Sessions, newest first"
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "session",
          label: "Session",
          main: true,
          cell: (row) => (
            <>
              <a href={`/${lio}/sessions/${row.id}`}>
                {formatDate(row.on)}: {SESSION_KINDS[row.kind]}
              </a>
              <span className="lines-3 block text-soft">{row.note}</span>
            </>
          ),
        },
        {
          key: "groups",
          label: "Groups",
          cell: (row) =>
            row.groups.map((group) => (
              <span key={group.id} className="block">
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
              </span>
            )),
        },
        { key: "function", label: "Counts for", cell: (row) => FUNCTIONS[row.function] },
        { key: "by", label: "Who", cell: (row) => row.by },
        { key: "minutes", label: "How long", number: true, cell: (row) => formatMinutes(row.minutes) },
      ]}
    />
  )
}
