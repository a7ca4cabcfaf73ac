import { type Column, DataTable } from "@/app/_ui/data-table"
import { ExportMenu, FileLinks } from "@/app/_ui/export-links"
import { Filters } from "@/app/_ui/filters"
import { Pagination } from "@/app/_ui/pagination"
import { SearchBox } from "@/app/_ui/search-box"
import { Selected, SelectPage } from "@/app/_ui/select-page"
import { SingleKeys } from "@/app/_ui/single-keys"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { formatNumber } from "@/lib/words"
import { Group, LONG, Sample } from "./sample"

type Row = { id: string; name: string; stage: string; contact: string | null; volunteers: number }

const ROWS: Row[] = [
  { id: "1", name: "Aldervale Good Neighbours", stage: "Member", contact: "4 June 2026", volunteers: 42 },
  {
    id: "2",
    name: LONG,
    stage: "Forming",
    contact: null,
    volunteers: 1_204,
  },
  { id: "3", name: "St Chad’s Food Bank", stage: "Enquiry", contact: "19 November 2025", volunteers: 0 },
]

const COLUMNS: Column<Row>[] = [
  {
    key: "name",
    label: "Group",
    sort: "name",
    cell: (row) => <a href={`/kit#${row.id}`}>{row.name}</a>,
  },
  {
    key: "stage",
    label: "Stage",
    sort: "stage",
    cell: (row) => <Tag tone={row.stage === "Member" ? "good" : "wait"}>{row.stage}</Tag>,
  },
  { key: "contact", label: "Last contact", cell: (row) => row.contact },
  {
    key: "volunteers",
    label: "Volunteers",
    number: true,
    cell: (row) => formatNumber(row.volunteers),
  },
]

type Props = { query: Record<string, string | undefined> }

/** Filters, a list with rows to tick and its pages, and a list of a line a row. */
export function ListSamples({ query }: Props) {
  const place = { path: "/kit", query }
  return (
    <Group id="lists" title="Lists">
      <SearchBox action="/kit" label="Name or words" />
      <Filters
        place={place}
        count="214 groups"
        fields={[
          { kind: "text", name: "q", label: "Name or words", type: "search" },
          {
            kind: "some",
            name: "stage",
            label: "Stage",
            empty: "Any",
            options: [
              { value: "forming", label: "Forming" },
              { value: "member", label: "Member" },
              { value: "enquiry", label: LONG },
            ],
          },
          {
            kind: "list",
            name: "place",
            label: "Based in",
            empty: "Any area",
            options: [{ value: "x", label: "Aldervale" }],
          },
          { kind: "date", name: "since", label: "Since" },
          { kind: "tick", name: "quiet", label: "Not heard from" },
        ]}
        active={[
          { label: "Stage: forming", name: "stage" },
          { label: `“${LONG}”`, name: "q" },
        ]}
        actions={<ExportMenu place={place} />}
      />
      <form id="bulk" className="bulk-form">
        <p>
          <Selected
            name="id"
            form="bulk"
            first={0}
            words={{ none: "Nothing selected", one: "1 group selected", many: "groups selected" }}
          />
        </p>
      </form>
      <DataTable
        caption="Groups"
        captionHidden
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row.id}
        place={place}
        sort={query.sort ?? "name"}
        select={{ name: "id", form: "bulk", label: (row) => row.name }}
        selectPage={<SelectPage name="id" form="bulk" />}
      />
      <Pagination place={place} page={3} perPage={50} total={914} />
      <Sample state="A line a row, all ticked, with columns to widen and to move">
        <form id="dense" />
        <WorkList
          caption="Groups, a line a row"
          columns={COLUMNS}
          rows={ROWS}
          rowKey={(row) => `dense-${row.id}`}
          moves
          select={{ name: "dense", form: "dense", label: (row) => row.name, ticked: true }}
        />
        <SingleKeys />
      </Sample>
      <Sample state="One row, and none">
        <DataTable
          caption="One group"
          columns={COLUMNS}
          rows={ROWS.slice(0, 1)}
          rowKey={(row) => `one-${row.id}`}
        />
        <DataTable caption="No groups" columns={COLUMNS} rows={[]} rowKey={(row) => row.id} />
      </Sample>
      <Sample state="As a file">
        <FileLinks place={place} about="all groups" />
      </Sample>
    </Group>
  )
}
