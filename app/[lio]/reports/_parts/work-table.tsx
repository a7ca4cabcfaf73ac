import { DataTable } from "@/app/_ui/data-table"
import type { Work } from "@/lib/reports/work/queries"
import { formatMinutes, formatNumber, say } from "@/lib/words"

type Props = {
  title: string
  /** What a row is. */
  rowsAre: string
  rows: Work[]
  /** The list of sessions behind a row. */
  hrefOf: (key: string) => string
  note?: string
}

/** Sessions, their time and their groups under headings; each row opens its sessions. */
export function WorkTable({ title, rowsAre, rows, hrefOf, note }: Props) {
  if (rows.length === 0) return null
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      {note ? <p className="max-w-2xl text-soft">{note}</p> : null}
      <DataTable
        plain
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "label",
            label: rowsAre,
            main: true,
            cell: (row) => <a href={hrefOf(row.key)}>{row.label}</a>,
          },
          {
            key: "sessions",
            label: say("Sessions"),
            number: true,
            cell: (row) => formatNumber(row.sessions),
          },
          { key: "time", label: say("Time"), number: true, cell: (row) => formatMinutes(row.minutes) },
          { key: "groups", label: say("Groups"), number: true, cell: (row) => formatNumber(row.groups) },
        ]}
      />
    </section>
  )
}
