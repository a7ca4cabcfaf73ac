import { ButtonLink } from "@/app/_ui/button-link"
import { type Column, DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { Filters } from "@/app/_ui/filters"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { Timeline } from "@/app/_ui/timeline"
import { formatNumber } from "@/lib/words"

type Row = { id: string; name: string; stage: string; contact: string | null; volunteers: number }

const ROWS: Row[] = [
  { id: "1", name: "Aldervale Good Neighbours", stage: "Member", contact: "4 June 2026", volunteers: 42 },
  {
    id: "2",
    name: "Cymdeithas Gymunedol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch a’r Cylch",
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

const NOW = new Date("2026-06-07T10:00:00Z")

/** A list with filters, rows to select and pages; a timeline; a list with nothing in it. */
export function ListSamples({ query }: { query: Record<string, string | undefined> }) {
  const place = { path: "/kit", query }
  return (
    <>
      <h2>A list</h2>
      <Filters
        place={place}
        count="214 groups"
        fields={[
          { kind: "text", name: "q", label: "Name or words", type: "search" },
          {
            kind: "list",
            name: "stage",
            label: "Stage",
            empty: "Any",
            options: [{ value: "forming", label: "Forming" }],
          },
          {
            kind: "list",
            name: "place",
            label: "Based in",
            empty: "Any area",
            options: [{ value: "x", label: "Aldervale" }],
          },
        ]}
        active={[
          { label: "Stage: forming", name: "stage" },
          { label: "“food”", name: "q" },
        ]}
      />
      <form id="bulk" />
      <DataTable
        caption="Groups"
        captionHidden
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row.id}
        place={place}
        sort={query.sort ?? "name"}
        select={{ name: "id", form: "bulk", label: (row) => row.name }}
      />
      <Pagination place={place} page={3} perPage={50} total={914} />
      <EmptyState
        drawing="needs"
        title="No needs yet"
        action={<ButtonLink href="/kit">Add the first need</ButtonLink>}
      >
        A need is something people in your area lack. Written down with where and how you heard of it, it can
        be put to those who decide.
      </EmptyState>
      <h2>A timeline</h2>
      <Timeline
        now={NOW}
        older="/kit?before=1"
        items={[
          {
            id: "a",
            at: new Date("2026-06-07T08:32:00Z"),
            title: "Advice about a lease",
            href: "/kit",
            author: "Samira Okonkwo-Featherstonehaugh",
            icon: "talk",
            text: "They must leave the hall by autumn. The landlord offers another at twice the rent. We went through the break clause, and wrote to the council’s property team together. They will ring on Friday, and the trustees meet on the 20th to decide. If nothing comes of it there is the chapel, which has no ramp.",
          },
          {
            id: "b",
            at: new Date("2026-06-04T13:00:00Z"),
            title: "Answered “Buses after six”",
            author: "Gwenllian Rhys",
            icon: "answer",
            notes: "Signed off",
          },
          {
            id: "c",
            at: new Date("2025-11-19T13:00:00Z"),
            title: "Changed: phone and address",
            author: "Tom",
            icon: "change",
          },
        ]}
      />
    </>
  )
}
