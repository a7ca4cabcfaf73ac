import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { CASE_OUTCOMES } from "@/db/vocabulary"
import { CASE_COLUMNS } from "@/lib/cases/list/filters"
import type { CaseRow } from "@/lib/cases/list/queries"
import { formatShortDate, say } from "@/lib/words"

/** Minutes in hours to the nearest quarter: 2¼ is "2.25". */
const hoursOf = (minutes: number) => String(Math.round(minutes / 15) / 4)

/** Cases as rows: what about, with whom, who works on it, how much work so far. */
export function CaseTable({ lio, rows, cols }: { lio: string; rows: CaseRow[]; cols?: string[] }) {
  return (
    <WorkList
      plain
      cols={cols}
      caption={say("Cases, those with the latest work first")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowId={(row) => `row-${row.id}`}
      columns={[
        {
          key: "title",
          label: CASE_COLUMNS.title,
          main: true,
          share: 7,
          cell: (row) => (
            <>
              {row.confidential ? <Tag tone="wait">{say("Confidential")}</Tag> : null}{" "}
              <a href={`/${lio}/cases/${row.id}`}>{row.title}</a>
            </>
          ),
        },
        { key: "groups", label: CASE_COLUMNS.groups, share: 4, cell: (row) => row.groups },
        { key: "people", label: CASE_COLUMNS.people, share: 3, cell: (row) => row.people },
        {
          key: "opened",
          label: CASE_COLUMNS.opened,
          share: 2.6,
          cell: (row) => formatShortDate(row.openedOn),
        },
        { key: "sessions", label: CASE_COLUMNS.sessions, number: true, cell: (row) => row.sessions },
        {
          key: "hours",
          label: CASE_COLUMNS.hours,
          number: true,
          share: 2,
          cell: (row) => hoursOf(row.minutes),
        },
        {
          key: "outcome",
          label: CASE_COLUMNS.outcome,
          share: 3,
          cell: (row) => (row.outcome ? CASE_OUTCOMES[row.outcome] : null),
        },
      ]}
    />
  )
}
