import type { Column } from "@/app/_ui/data-table"
import { DataTable } from "@/app/_ui/data-table"
import { Tag } from "@/app/_ui/tag"
import { OPPORTUNITY_COLUMNS } from "@/lib/opportunities/list/filters"
import type { OpportunityRow } from "@/lib/opportunities/queries"
import { kindsInWords } from "@/lib/opportunities/words"
import { formatMoment, formatSum, say } from "@/lib/words"
import { StandsTag } from "./stands-tag"

/** Most are: it need not be said of each. */
const plainlyOpen = ({ stands, closesAt, hidden }: OpportunityRow, now: Date) =>
  stands === "open" && closesAt !== null && closesAt > now && !hidden

type Props = { lio: string; rows: OpportunityRow[]; cols?: string[]; now: Date }

/** Opportunities, a row each. Nothing in it needs scripts. */
export function OpportunityTable({ lio, rows, cols, now }: Props) {
  const columns: Column<OpportunityRow>[] = [
    {
      key: "title",
      label: OPPORTUNITY_COLUMNS.title,
      main: true,
      share: 6,
      cell: (row) => (
        <>
          <a href={`/${lio}/opportunities/${row.id}`}>{row.title}</a>{" "}
          {row.vcse ? <Tag tone="plum">{say("Suits voluntary groups")}</Tag> : null}
        </>
      ),
    },
    { key: "buyer", label: OPPORTUNITY_COLUMNS.buyer, share: 3, cell: (row) => row.buyer },
    {
      key: "closes",
      label: OPPORTUNITY_COLUMNS.closes,
      share: 3,
      cell: (row) => (
        <>
          {row.closesAt ? `${formatMoment(row.closesAt)} ` : null}
          {plainlyOpen(row, now) ? null : <StandsTag its={row} now={now} />}
        </>
      ),
    },
    {
      key: "value",
      label: OPPORTUNITY_COLUMNS.value,
      number: true,
      cell: (row) => (row.valueMost === null ? null : formatSum(row.valueMost, row.currency)),
    },
    { key: "place", label: OPPORTUNITY_COLUMNS.place, share: 2, cell: (row) => row.place },
    { key: "kind", label: OPPORTUNITY_COLUMNS.kind, share: 3, cell: (row) => kindsInWords(row.divisions, 3) },
    {
      key: "source",
      label: OPPORTUNITY_COLUMNS.source,
      share: 2,
      cell: (row) => row.source ?? say("Added by hand"),
    },
  ]
  return (
    <DataTable
      plain
      cols={cols}
      caption={say("Opportunities")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
    />
  )
}
