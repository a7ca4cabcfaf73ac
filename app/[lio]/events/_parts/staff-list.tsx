import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { EVENT_COLUMNS, eventList } from "@/lib/events/list/filters"
import { type listEventDates, PAGE_SIZE } from "@/lib/events/list/queries"
import { firstValue, isNarrowed } from "@/lib/lists/input"
import type { OpenList } from "@/lib/views/queries"
import { formatShortDate, formatTime, say, sayCount } from "@/lib/words"
import { ListHead, placeOf } from "../../_parts/list-head"
import { SaveView, ViewLinks } from "../../_parts/views"
import { EmbedCode } from "./embed-code"

type Row = Awaited<ReturnType<typeof listEventDates>>[number]
type Props = { lio: string; head: OpenList; rows: Row[]; total: number; cols?: string[]; keeps: boolean }

const bookedOf = ({ booked, capacity }: Row) =>
  capacity === null ? String(booked) : say("{booked} of {capacity}", { booked, capacity })

function StateTag({ cancelledAt, publishedAt, openTo }: Row) {
  if (cancelledAt) return <Tag tone="problem">{say("Cancelled")}</Tag>
  if (!publishedAt) return <Tag tone="wait">{say("Draft")}</Tag>
  return openTo === "public" ? <Tag tone="good">{say("Published")}</Tag> : <Tag>{say("By invitation")}</Tag>
}

/** The dates of events, as staff look through them. */
export function StaffList({ lio, head, rows, total, cols, keeps }: Props) {
  const path = `/${lio}/events`
  const place = placeOf(lio, head)
  const { listing } = head
  const past = firstValue(listing, "when") === "past"
  const add = keeps ? <ButtonLink href={`${path}/new`}>{say("Add an event")}</ButtonLink> : undefined
  return (
    <>
      <div className="title-row">
        <h1>{say("Events and training")}</h1>
        {add}
      </div>
      <Tabs
        label={say("Which events")}
        tabs={[
          { label: say("To come"), href: path, current: !past },
          { label: say("Past"), href: `${path}?when=past`, current: past },
        ]}
      />
      <ViewLinks lio={lio} head={head} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} date", other: "{count} dates" })}
        columns={total > 0 ? { all: EVENT_COLUMNS, chosen: cols, main: "title" } : undefined}
      />
      {rows.length > 0 ? (
        <>
          <WorkList
            plain
            moves
            cols={cols}
            caption={say("Events")}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            place={place}
            columns={[
              {
                key: "title",
                label: EVENT_COLUMNS.title,
                main: true,
                share: 5,
                cell: (row) => <a href={`${path}/${row.eventId}/${row.id}`}>{row.title}</a>,
              },
              {
                key: "date",
                label: EVENT_COLUMNS.date,
                tight: true,
                share: 3,
                cell: (row) =>
                  row.allDay
                    ? formatShortDate(row.startsAt, row.zone)
                    : say("{date}, {time}", {
                        date: formatShortDate(row.startsAt, row.zone),
                        time: formatTime(row.startsAt, row.zone),
                      }),
              },
              { key: "place", label: EVENT_COLUMNS.place, share: 3, cell: (row) => row.place },
              { key: "booked", label: EVENT_COLUMNS.booked, number: true, cell: bookedOf },
              {
                key: "waiting",
                label: EVENT_COLUMNS.waiting,
                number: true,
                cell: (row) => row.waiting + row.offered,
              },
              { key: "state", label: EVENT_COLUMNS.state, tight: true, cell: (row) => <StateTag {...row} /> },
            ]}
          />
          <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : isNarrowed(eventList, listing) ? (
        <EmptyState drawing="search" title={say("No events match")}>
          {say("Take a filter off, or look for other words.")}
        </EmptyState>
      ) : (
        <EmptyState
          drawing="calendar"
          title={past ? say("No past events") : say("No events to come")}
          action={past ? undefined : add}
        >
          {say(
            "Courses, drop-ins and other events that people book. They book on your public page, the waiting list moves up by itself, and reminders go out the day before.",
          )}
        </EmptyState>
      )}
      <SaveView lio={lio} head={head} />
      <p>
        <a href={`${path}?as=public`}>{say("See the page as the public sees it")}</a>
      </p>
      <EmbedCode path={`${path}/embed`} title={say("Events and training")} />
    </>
  )
}
