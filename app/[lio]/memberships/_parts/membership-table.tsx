import { WorkList } from "@/app/_ui/work-list"
import { paidInWords, untilInWords } from "@/lib/membership-status/words"
import { MEMBERSHIP_COLUMNS } from "@/lib/memberships/list/filters"
import type { Listed } from "@/lib/memberships/list/queries"
import { relativeDay, say } from "@/lib/words"
import { ticks } from "../../_parts/many-bar"
import { StateTag } from "./membership-tag"

type Props = {
  lio: string
  rows: Listed[]
  caption: string
  now: Date
  /** Whether a fee can be marked as paid in the list. */
  changes: boolean
  /** The columns to show, in their order. */
  cols?: string[]
}

/** A part of the list of memberships. */
export function MembershipTable({ lio, rows, caption, now, changes, cols }: Props) {
  return (
    <WorkList
      moves
      cols={cols}
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.membershipId}
      select={changes ? { ...ticks((row: Listed) => row.group), value: (row) => row.groupId } : undefined}
      rowId={(row) => `row-${row.membershipId}`}
      columns={[
        {
          key: "group",
          label: MEMBERSHIP_COLUMNS.group,
          main: true,
          share: 3.5,
          cell: (row) => <a href={`/${lio}/groups/${row.groupId}/membership`}>{row.group}</a>,
        },
        { key: "type", label: MEMBERSHIP_COLUMNS.type, cell: (row) => row.typeName },
        {
          key: "state",
          label: MEMBERSHIP_COLUMNS.state,
          share: 4,
          cell: (row) => (
            <>
              <StateTag state={row.state} /> {untilInWords(row)}
            </>
          ),
        },
        {
          key: "paid",
          label: MEMBERSHIP_COLUMNS.paid,
          share: 3,
          cell: paidInWords,
          changes: ({ feePence, paidOn }) => changes && feePence !== null && feePence > 0 && !paidOn,
        },
        { key: "contact", label: MEMBERSHIP_COLUMNS.contact, cell: (row) => row.contact },
        {
          key: "asked",
          label: MEMBERSHIP_COLUMNS.asked,
          cell: (row) =>
            row.waitingId ? (
              <a href={`/${lio}/memberships/requests/${row.waitingId}`}>{say("Has asked to renew")}</a>
            ) : row.chasedAt ? (
              relativeDay(new Date(row.chasedAt), now)
            ) : (
              say("Not yet")
            ),
        },
      ]}
    />
  )
}
