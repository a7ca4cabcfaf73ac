import { WorkList } from "@/app/_ui/work-list"
import { SHARES } from "@/db/vocabulary"
import { FUNDING_COLUMNS } from "@/lib/funding/list/filters"
import type { BidRow } from "@/lib/funding/list/queries"
import { formatMoney, formatShortDate, say } from "@/lib/words"
import { StateTag } from "./state-tag"

/** The next date of an open bid, or when it was decided. */
function nextDate({ state, deadlineOn, decisionDueOn, decidedOn }: BidRow) {
  if (decidedOn) return say("Decided {day}", { day: formatShortDate(decidedOn) })
  if (state === "sent" || state === "due")
    return decisionDueOn && say("Decision {day}", { day: formatShortDate(decisionDueOn) })
  return deadlineOn && state !== "withdrawn" && say("Deadline {day}", { day: formatShortDate(deadlineOn) })
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
          share: 4,
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
        { key: "next", label: FUNDING_COLUMNS.next, tight: true, cell: nextDate },
        { key: "share", label: FUNDING_COLUMNS.share, cell: (bid) => (bid.share ? SHARES[bid.share] : null) },
      ]}
    />
  )
}
