import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { whenInWords } from "@/lib/calendar/words"
import type { getFeedback } from "@/lib/events/feedback/queries"
import { BOOKED_AS, EVENT_AUDIENCES } from "@/lib/events/input"
import type { BookableEvent, EventDate } from "@/lib/events/queries"
import { formatDate, say } from "@/lib/words"
import { FilesOf } from "../../files/_parts/files-of"
import { publishEventForm } from "../actions"
import { EmbedCode } from "./embed-code"
import { FeedbackSaid } from "./feedback-said"

type Props = {
  lio: string
  event: BookableEvent
  dates: EventDate[]
  materials: Pick<Parameters<typeof FilesOf>[0], "opened" | "files" | "told">
  /** Of a course, which is judged as a whole. */
  feedback: Awaited<ReturnType<typeof getFeedback>> | null
  keeps: boolean
  now: Date
  today: string
}

/** An event with all its dates, as staff see it. */
export function StaffEvent({ lio, event, dates, materials, feedback, keeps, now, today }: Props) {
  const at = `/${lio}/events/${event.id}`
  const live = !event.cancelledAt
  return (
    <>
      <BackLink href={`/${lio}/events`}>{say("Events and training")}</BackLink>
      <div className="title-row">
        <h1>{event.title}</h1>
        {keeps && live ? (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${at}/edit`} kind="secondary">
              {say("Change the event")}
            </ButtonLink>
            {event.rule ? (
              <ButtonLink href={`${at}/repeat`} kind="secondary">
                {say("Change how it repeats")}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${at}/cancel`} kind="secondary">
              {say("Cancel the event")}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      {live ? null : (
        <p>
          <Tag tone="problem">{say("Cancelled")}</Tag> {event.cancelledReason}
        </p>
      )}
      {live && !event.publishedAt ? (
        <div className="banner banner-note">
          <p className="font-semibold">{say("This is a draft. Only your team can see it.")}</p>
          {keeps ? (
            <Form action={publishEventForm} lio={lio} submit={say("Publish the event")} id="publish">
              <input type="hidden" name="id" value={event.id} />
            </Form>
          ) : null}
        </div>
      ) : null}
      <SummaryList
        items={[
          { label: say("What happens there"), value: event.about },
          { label: say("Themes"), value: event.themes.map(({ name }) => name).join(", ") },
          { label: say("Place"), value: event.place },
          {
            label: say("Link to join online"),
            value: event.onlineLink ? <a href={event.onlineLink}>{event.onlineLink}</a> : null,
          },
          { label: say("Places"), value: event.capacity === null ? say("No limit") : String(event.capacity) },
          ...(event.rule
            ? [{ label: say("How people book"), value: BOOKED_AS[event.whole ? "course" : "date"] }]
            : []),
          { label: say("Cost"), value: event.price },
          { label: say("Who can book"), value: EVENT_AUDIENCES[event.openTo] },
          { label: say("Published"), value: event.publishedAt ? formatDate(event.publishedAt) : null },
        ]}
        missing={say("Not said")}
      />
      <h2>{say("Dates and bookings")}</h2>
      <DataTable
        plain
        caption={say("Dates and bookings")}
        captionHidden
        rows={dates}
        rowKey={(date) => date.id}
        columns={[
          {
            key: "when",
            label: say("Date"),
            main: true,
            cell: (date) => <a href={`${at}/${date.id}`}>{whenInWords(date)}</a>,
          },
          { key: "booked", label: say("Booked"), number: true, cell: (date) => date.booked },
          {
            key: "waiting",
            label: say("Waiting"),
            number: true,
            cell: (date) => date.waiting + date.offered,
          },
          {
            key: "state",
            label: say("State"),
            cell: (date) =>
              date.cancelledAt ? (
                <Tag tone="problem">{say("Cancelled")}</Tag>
              ) : date.endsAt < now ? (
                <Tag>{say("Over")}</Tag>
              ) : (
                <Tag tone="good">{say("To come")}</Tag>
              ),
          },
        ]}
      />
      <FilesOf lio={lio} on={{ kind: "event", id: event.id }} {...materials} {...{ now, today }} />
      {feedback && feedback.answered > 0 ? <FeedbackSaid feedback={feedback} /> : null}
      <p>
        <a href={`${at}/feedback`}>{say("What people are asked afterwards")}</a>
      </p>
      {event.publishedAt && event.openTo === "public" ? (
        <>
          <p>
            <a href={`${at}?as=public`}>{say("See the page as the public sees it")}</a>
          </p>
          <EmbedCode path={`/${lio}/events/embed/${event.id}`} title={event.title} />
        </>
      ) : null}
    </>
  )
}
