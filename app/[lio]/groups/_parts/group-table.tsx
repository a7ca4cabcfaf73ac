import { DataTable } from "@/app/_ui/data-table"
import { formatDate } from "@/app/_ui/date"
import { STAGES } from "@/db/vocabulary"
import type { GroupRow } from "@/lib/groups/list/queries"
import { BULK_FORM, type Selection } from "./bulk-bar"

type Props = {
  lio: string
  rows: GroupRow[]
  place: { path: string; query: Record<string, string | string[] | undefined> }
  sort: string
  /** GSS code → name. */
  places: Map<string, string>
  /** Group → its membership in a line; empty while there are no kinds of membership. */
  memberships: Map<string, string>
  /** What is ticked at first; null: there is nothing to tick. */
  selection: Selection | null
}

/** One page of the list of groups. */
export function GroupTable({ lio, rows, place, sort, places, memberships, selection }: Props) {
  const where = (row: GroupRow) => places.get(row.wardCode ?? "") ?? places.get(row.districtCode ?? "") ?? ""
  return (
    <DataTable
      caption="Groups"
      captionHidden
      place={place}
      sort={sort}
      rows={rows}
      rowKey={(row) => row.id}
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
      columns={[
        {
          key: "name",
          label: "Name",
          sort: "name",
          cell: (row) => <a href={`/${lio}/groups/${row.id}`}>{row.name}</a>,
        },
        {
          key: "stage",
          label: "Stage",
          sort: "stage",
          cell: (row) => (row.needsDetails ? `${STAGES[row.stage]}, needs details` : STAGES[row.stage]),
        },
        ...(memberships.size > 0
          ? [
              {
                key: "membership",
                label: "Membership",
                cell: (row: GroupRow) => memberships.get(row.id)?.replace(/^No membership$/, ""),
              },
            ]
          : []),
        { key: "area", label: "Area", cell: where },
        { key: "contact", label: "Main contact", cell: (row) => row.contact ?? row.email ?? "" },
        {
          key: "last",
          label: "Last contact",
          sort: "contact",
          cell: (row) => (row.lastContactOn ? formatDate(row.lastContactOn) : "None yet"),
        },
        {
          key: "joined",
          label: "Joined",
          sort: "joined",
          cell: (row) => (row.joinedOn ? formatDate(row.joinedOn) : ""),
        },
      ]}
    />
  )
}
