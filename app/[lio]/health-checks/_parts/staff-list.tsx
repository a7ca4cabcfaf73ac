import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { CHECK_COLUMNS, checkList } from "@/lib/health-checks/list/filters"
import { CHECKS_A_PAGE } from "@/lib/health-checks/list/queries"
import type { CheckRow } from "@/lib/health-checks/queries"
import { stateOf } from "@/lib/health-checks/words"
import { firstValue, isNarrowed } from "@/lib/lists/input"
import type { OpenList } from "@/lib/views/queries"
import { formatShortDate, say, sayCount } from "@/lib/words"
import { ListHead, placeOf } from "../../_parts/list-head"
import { SaveView, ViewLinks } from "../../_parts/views"
import { NoChecks } from "./no-checks"

type Props = {
  lio: string
  head: OpenList
  rows: CheckRow[]
  total: number
  cols?: string[]
  today: string
}

const columnsOf = (path: string, today: string) => [
  {
    key: "group",
    label: CHECK_COLUMNS.group,
    main: true as const,
    share: 5,
    cell: (row: CheckRow) => <a href={`${path}/${row.id}`}>{row.group}</a>,
  },
  { key: "state", label: CHECK_COLUMNS.state, share: 3, cell: stateOf },
  { key: "asked", label: CHECK_COLUMNS.asked, cell: (row: CheckRow) => formatShortDate(row.askedAt) },
  { key: "by", label: CHECK_COLUMNS.by, share: 2, cell: (row: CheckRow) => row.by },
  {
    key: "handedIn",
    label: CHECK_COLUMNS.handedIn,
    cell: (row: CheckRow) => (row.handedInAt ? formatShortDate(row.handedInAt) : null),
  },
  {
    key: "shared",
    label: CHECK_COLUMNS.shared,
    cell: (row: CheckRow) => (row.shared ? say("Shared") : say("Not shared")),
  },
  {
    key: "next",
    label: CHECK_COLUMNS.next,
    cell: (row: CheckRow) =>
      row.recheckOn === null ? null : row.recheckOn <= today && !row.repeated ? (
        <Tag tone="wait">{formatShortDate(row.recheckOn)}</Tag>
      ) : (
        formatShortDate(row.recheckOn)
      ),
  },
]

/** Which health checks there are and how far each is, as staff look through them. */
export function StaffList({ lio, head, rows, total, cols, today }: Props) {
  const path = `/${lio}/health-checks`
  const place = placeOf(lio, head)
  const { listing } = head
  const show = firstValue(listing, "show") ?? "all"
  const narrowed = isNarrowed(checkList, listing)
  if (rows.length === 0 && !narrowed && show === "all") return <NoChecks />
  return (
    <>
      <Tabs
        label={say("Which health checks")}
        tabs={[
          { label: say("All"), href: path, current: show === "all" },
          { label: say("Not finished"), href: `${path}?show=open`, current: show === "open" },
          { label: say("Handed in"), href: `${path}?show=done`, current: show === "done" },
        ]}
      />
      <ViewLinks lio={lio} head={head} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} health check", other: "{count} health checks" })}
        columns={total > 0 ? { all: CHECK_COLUMNS, chosen: cols, main: "group" } : undefined}
      />
      {rows.length > 0 ? (
        <>
          <WorkList
            plain
            moves
            cols={cols}
            caption={say("Health checks")}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            place={place}
            columns={columnsOf(path, today)}
          />
          <Pagination place={place} page={listing.page} perPage={CHECKS_A_PAGE} total={total} />
        </>
      ) : (
        <EmptyState drawing="search" title={say("No health checks match")}>
          {say("Take a filter off, or look for another name.")}
        </EmptyState>
      )}
      <SaveView lio={lio} head={head} />
    </>
  )
}
