import { WorkList } from "@/app/_ui/work-list"
import { SHARES } from "@/db/vocabulary"
import { FUNDING_COLUMNS } from "@/lib/funding/list/filters"
import type { BidRow } from "@/lib/funding/list/queries"
import { formatMoney, formatShortDate, say } from "@/lib/words"
import { StateTag } from "./state-tag"

/** When it was decided; of an open bid its deadline, or the day of the decision once it is sent. */
function dateOf({ state, deadlineOn, sentOn, decisionDueOn, decidedOn }: BidRow) {
  if (state === "withdrawn") return null
  const day = decidedOn ?? (sentOn ? decisionDueOn : deadlineOn)
  return day && formatShortDate(day)
}

/** Bids, a line each. */
export function BidTable({ lio, rows, cols }: { lio: string; rows: BidRow[]; cols?: string[] }) {
  return (
    <WorkList
      plain
      moves
      cols={cols}
      caption={say("Bids and awards")}
      captionHidden
      rows={rows}
      rowKey={(bid) => bid.id}
      rowId={(bid) => `row-${bid.id}`}
      columns={[
        {
          key: "title",
          label: FUNDING_COLUMNS.title,
          main: true,
          share: 5,
          cell: (bid) => <a href={`/${lio}/funding/${bid.id}`}>{bid.title}</a>,
        },
        {
          key: "group",
          label: FUNDING_COLUMNS.group,
          share: 3,
          cell: (bid) => (
            <>
              <a href={`/${lio}/groups/${bid.groupId}`}>{bid.group}</a>
              {bid.partners.length > 0 ? (
                <span className="text-soft">
                  {" "}
                  {say("Together with {groups}", { groups: bid.partners.join(", ") })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: "funder", label: FUNDING_COLUMNS.funder, share: 3, cell: (bid) => bid.funder },
        {
          key: "state",
          label: FUNDING_COLUMNS.state,
          tight: true,
          share: 3,
          cell: (bid) => <StateTag state={bid.state} />,
        },
        {
          key: "asked",
          label: FUNDING_COLUMNS.asked,
          number: true,
          cell: (bid) => (bid.asked === null ? null : formatMoney(bid.asked)),
        },
        {
          key: "awarded",
          label: FUNDING_COLUMNS.awarded,
          number: true,
          cell: (bid) => (bid.awarded === null ? null : formatMoney(bid.awarded)),
        },
        { key: "date", label: FUNDING_COLUMNS.date, tight: true, share: 3, cell: dateOf },
        { key: "share", label: FUNDING_COLUMNS.share, cell: (bid) => (bid.share ? SHARES[bid.share] : null) },
      ]}
    />
  )
}
