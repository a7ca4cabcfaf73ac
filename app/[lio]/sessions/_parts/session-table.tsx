import Link from "next/link"
import { DataTable } from "@/app/_ui/data-table"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { ListedSession } from "@/lib/sessions/list/queries"
import { formatDate, formatMinutes } from "@/lib/words"

/** Sessions as rows: when, what, with whom, how long. */
export function SessionTable({ lio, rows }: { lio: string; rows: ListedSession[] }) {
  return (
    <DataTable
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
              <Link href={`/${lio}/sessions/${row.id}`} prefetch={false}>
                {formatDate(row.on)}: {SESSION_KINDS[row.kind]}
              </Link>
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
                <Link href={`/${lio}/groups/${group.id}`} prefetch={false}>
                  {group.name}
                </Link>
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
