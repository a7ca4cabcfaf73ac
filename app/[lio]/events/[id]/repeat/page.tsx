import { notFound } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { CALENDAR_REPEATS } from "@/db/vocabulary"
import { repeatingOf } from "@/lib/calendar/repeating/rules"
import { whenInWords } from "@/lib/calendar/words"
import { ensure } from "@/lib/errors"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEvent, listDatesOf } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { MonthsWithout } from "../../_parts/event-fields"
import { repeatAnewForm } from "../../actions"

/** Changes how a series repeats, from one of its dates on. */
export default async function RepeatAnew(props: PageProps) {
  const [frame, { event, coming }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepEvents(ctx.actor))
    const [event, dates] = await Promise.all([getEvent(ctx, id), listDatesOf(ctx, id)])
    return { event, coming: dates.filter(({ startsAt }) => startsAt > ctx.now) }
  })
  if (!event.rule) notFound()
  const lio = frame.lio.slug
  const at = `/${lio}/events/${event.id}`
  const { every, until, notIn } = repeatingOf({ rule: event.rule, zone: event.zone })
  const options = Object.entries(CALENDAR_REPEATS).map(([value, label]) => ({ value, label }))
  return (
    <Frame {...frame} title={say("Change how it repeats: {title}", { title: event.title })} at="events">
      <BackLink href={at}>{event.title}</BackLink>
      <h1>{say("Change how it repeats")}</h1>
      <p className="max-w-2xl">
        {event.whole
          ? say(
              "Dates that stay keep who has booked. New dates are for everyone who has booked the course, and they get an email with all the dates.",
            )
          : say(
              "Dates that stay keep who has booked. If somebody has booked a date that is dropped, it’s cancelled and they get an email.",
            )}
      </p>
      {coming.length === 0 ? (
        <p>{say("All its dates are over. Add a new event instead.")}</p>
      ) : (
        <Form
          action={repeatAnewForm}
          lio={lio}
          values={{ fromId: coming[0]?.id, every, until, notIn: notIn.map(String) }}
          submit={say("Change how it repeats")}
          secondary={<a href={at}>{say("Cancel")}</a>}
          className="max-w-2xl"
        >
          <input type="hidden" name="id" value={event.id} />
          <Select
            name="fromId"
            label={say("From which date?")}
            hint={say("Dates before it stay as they are")}
            options={coming.map((date) => ({ value: date.id, label: whenInWords(date) }))}
          />
          <DateFields
            name="on"
            legend={say("First date under the new pattern")}
            hint={say("Leave this empty if it’s the date you chose above")}
            optional
          />
          <Select name="every" label={say("How often?")} options={options} />
          <DateFields name="until" legend={say("Last date of the series")} />
          <MonthsWithout />
          <TextArea
            name="reason"
            label={say("Reason")}
            hint={say("You only need this if somebody has booked a date that is dropped. They’ll read it.")}
            rows={3}
            optional
          />
        </Form>
      )}
    </Frame>
  )
}
