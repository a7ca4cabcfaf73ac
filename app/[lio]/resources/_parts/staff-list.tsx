import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { RESOURCE_KINDS } from "@/db/vocabulary"
import { firstValue, isNarrowed } from "@/lib/lists/input"
import { RESOURCE_COLUMNS, resourceList } from "@/lib/resources/list/filters"
import { PAGE_SIZE } from "@/lib/resources/list/queries"
import type { Resource } from "@/lib/resources/queries"
import { READERS_IN_A_WORD } from "@/lib/resources/words"
import type { OpenList } from "@/lib/views/queries"
import { formatShortDate, say, sayCount } from "@/lib/words"
import { ListHead, placeOf } from "../../_parts/list-head"
import { SaveView, ViewLinks } from "../../_parts/views"

type Props = {
  lio: string
  head: OpenList
  rows: Resource[]
  total: number
  cols?: string[]
  today: string
  keeps: boolean
}

const columnsOf = (path: string, today: string) => [
  {
    key: "title",
    label: RESOURCE_COLUMNS.title,
    main: true as const,
    share: 6,
    cell: (row: Resource) => (
      <>
        <a href={`${path}/${row.id}`}>{row.title}</a>{" "}
        {row.linkBroken ? <Tag tone="problem">{say("Link doesn’t work")}</Tag> : null}
        {row.link || row.hasFile ? null : <Tag tone="wait">{say("No file or link yet")}</Tag>}
      </>
    ),
  },
  { key: "kind", label: RESOURCE_COLUMNS.kind, cell: (row: Resource) => RESOURCE_KINDS[row.kind] },
  {
    key: "themes",
    label: RESOURCE_COLUMNS.themes,
    share: 2,
    cell: (row: Resource) => row.themes.map(({ name }) => name).join(", "),
  },
  {
    key: "readers",
    label: RESOURCE_COLUMNS.readers,
    share: 2,
    cell: (row: Resource) => READERS_IN_A_WORD[row.openTo],
  },
  { key: "owner", label: RESOURCE_COLUMNS.owner, share: 3, cell: (row: Resource) => row.owner },
  {
    key: "review",
    label: RESOURCE_COLUMNS.review,
    share: 3,
    cell: (row: Resource) =>
      row.reviewOn <= today && !row.retiredAt ? (
        <Tag tone="wait">{formatShortDate(row.reviewOn)}</Tag>
      ) : (
        formatShortDate(row.reviewOn)
      ),
  },
  {
    key: "used",
    label: RESOURCE_COLUMNS.used,
    number: true,
    cell: (row: Resource) => (row.used > 0 ? <a href={`${path}/${row.id}#used`}>{row.used}</a> : row.used),
  },
]

/** The library, as staff look through it. */
export function StaffList({ lio, head, rows, total, cols, today, keeps }: Props) {
  const path = `/${lio}/resources`
  const place = placeOf(lio, head)
  const { listing } = head
  const retired = firstValue(listing, "show") === "retired"
  const add = keeps ? <ButtonLink href={`${path}/new`}>{say("Add a resource")}</ButtonLink> : undefined
  return (
    <>
      <div className="title-row">
        <h1>{say("Resources")}</h1>
        {add}
      </div>
      <Tabs
        label={say("Which resources")}
        tabs={[
          { label: say("In use"), href: path, current: !retired },
          { label: say("Retired"), href: `${path}?show=retired`, current: retired },
        ]}
      />
      <ViewLinks lio={lio} head={head} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} resource", other: "{count} resources" })}
        columns={total > 0 ? { all: RESOURCE_COLUMNS, chosen: cols, main: "title" } : undefined}
      />
      {rows.length > 0 ? (
        <>
          <WorkList
            plain
            moves
            cols={cols}
            caption={say("Resources")}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            place={place}
            columns={columnsOf(path, today)}
          />
          <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : isNarrowed(resourceList, listing) ? (
        <EmptyState drawing="search" title={say("No resources match")}>
          {say("Take a filter off, or look for other words.")}
        </EmptyState>
      ) : retired ? (
        <EmptyState drawing="files" title={say("No retired resources")}>
          {say("What you retire is kept here. You can restore it at any time.")}
        </EmptyState>
      ) : (
        <EmptyState drawing="files" title={say("No resources yet")} action={add}>
          {say(
            "Templates, model policies, forms and leaflets that you give to groups. Each has somebody who looks after it and a day on which it’s checked again.",
          )}
        </EmptyState>
      )}
      <SaveView lio={lio} head={head} />
      <p>
        <a href={`${path}?as=public`}>{say("See the page as the public sees it")}</a>
      </p>
    </>
  )
}
