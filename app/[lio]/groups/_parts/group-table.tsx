import type { ReactNode } from "react"
import type { Column as Shown } from "@/app/_ui/data-table"
import { ScrollBox } from "@/app/_ui/scroll-box"
import { WorkList } from "@/app/_ui/work-list"
import { STAGES } from "@/db/vocabulary"
import type { Column } from "@/lib/groups/list/columns"
import type { GroupRow } from "@/lib/groups/list/queries"
import type { Line } from "@/lib/membership-status/words"
import { formatShortDate, say } from "@/lib/words"
import { BULK_FORM } from "../../_parts/many-bar"
import { MembershipTag } from "../../memberships/_parts/membership-tag"
import type { Selection } from "./bulk-bar"

type Props = {
  lio: string
  rows: GroupRow[]
  /** The columns to show, in their order; `extra`: those whose values are in each row's `more`. */
  columns: Column[]
  extra: Column[]
  place: { path: string; query: Record<string, string | string[] | undefined> }
  sort: string
  /** GSS code → name. */
  places: Map<string, string>
  /** Group → its membership, or null; empty while there are no kinds of membership. */
  memberships: Map<string, Line | null>
  /** What is ticked at first; null: there is nothing to tick. */
  selection: Selection | null
  /** Whether a column's cells can be changed in the list. */
  isCell: (column: string) => boolean
}

/** More columns than this do not fit on a usual screen. */
const COMFORTABLE = 9

/** Columns that take more or less of the width than others. */
const SHARES: Record<string, number> = { name: 3.4, membership: 2.7, stage: 1.6, last: 1.6, joined: 1.6 }

/** How the usual columns are shown, from what every page of the list reads. */
function usualCells({ lio, places, memberships }: Pick<Props, "lio" | "places" | "memberships">) {
  const cells: Record<string, (row: GroupRow) => ReactNode> = {
    name: (row) => <a href={`/${lio}/groups/${row.id}`}>{row.name}</a>,
    stage: (row) =>
      row.needsDetails ? say("{stages}, needs details", { stages: STAGES[row.stage] }) : STAGES[row.stage],
    membership: (row) => {
      const line = memberships.get(row.id)
      return line ? <MembershipTag line={line} narrow /> : ""
    },
    area: (row) => places.get(row.wardCode ?? "") ?? places.get(row.districtCode ?? "") ?? "",
    contact: (row) => row.contact ?? (row.email ? <Address email={row.email} /> : ""),
    last: (row) => (row.lastContactOn ? formatShortDate(row.lastContactOn) : say("None yet")),
    joined: (row) => (row.joinedOn ? formatShortDate(row.joinedOn) : ""),
  }
  return cells
}

/** An address that breaks after its @ where it has to break at all. */
function Address({ email }: { email: string }) {
  const [name, ...host] = email.split("@")
  return (
    <span className="max-sm:wrap-anywhere">
      {name}
      {host.length > 0 ? "@" : null}
      <wbr />
      {host.join("@")}
    </span>
  )
}

/** One page of the list of groups. */
export function GroupTable({
  lio,
  rows,
  columns,
  extra,
  place,
  sort,
  places,
  memberships,
  selection,
  isCell,
}: Props) {
  const usual = usualCells({ lio, places, memberships })
  const shown = columns
    .filter(({ key }) => key !== "membership" || memberships.size > 0)
    .map((column): Shown<GroupRow> => {
      const at = extra.findIndex(({ key }) => key === column.key)
      return {
        key: column.key,
        label: column.label,
        sort: column.sort,
        number: column.number,
        tight: column.key === "last" || column.key === "joined",
        share: SHARES[column.key],
        changes:
          selection !== null && isCell(column.key)
            ? (row) => column.key !== "stage" || !(memberships.get(row.id) || row.stage === "closed")
            : undefined,
        cell: usual[column.key] ?? ((row) => column.show(row.more?.[at])),
      }
    })
  const table = (
    <WorkList
      plain
      moves
      caption={say("Groups")}
      captionHidden
      place={place}
      sort={sort}
      rows={rows}
      rowKey={(row) => row.id}
      rowId={(row) => `row-${row.id}`}
      select={
        selection === null
          ? undefined
          : {
              name: "id",
              form: BULK_FORM,
              label: (row) => row.name,
              ticked: selection === "page" || selection === "all",
              fixed: selection === "all",
            }
      }
      columns={shown}
    />
  )
  if (shown.length <= COMFORTABLE) return table
  return <ScrollBox label={say("Groups, scrolls sideways")}>{table}</ScrollBox>
}
