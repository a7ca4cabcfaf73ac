import { Fragment } from "react"
import { inWords, say } from "@/lib/words"
import { Text, TextLink } from "./words"

/** What every letter about a booking says of it. */
export type Booking = {
  title: string
  /** "Thursday 4 June 2026, 10am to midday" */
  when: string
  /** The dates of a course still to come, each as `when`; none for one date. */
  dates: string[]
  place: string | null
  /** Only for those who have a place. */
  onlineLink: string | null
  /** Who has a place, and who waits for one. */
  coming: string[]
  waiting: string[]
  /** Where the booking is changed or given back, and the event for a calendar. */
  url: string
  calendarUrl: string
}

/** When and where, and who comes. */
export function BookingFacts({ when, dates, place, onlineLink, coming, waiting }: Booking) {
  return (
    <>
      <Text>
        {dates.length > 0 ? <Dates dates={dates} /> : <strong>{when}</strong>}
        {place ? (
          <>
            <br />
            {place}
          </>
        ) : null}
        {onlineLink ? (
          <>
            <br />
            <TextLink to={onlineLink}>{say("Join online")}</TextLink>
          </>
        ) : null}
      </Text>
      {coming.length > 0 ? <Text>{say("Coming: {names}", { names: inWords(coming) })}</Text> : null}
      {waiting.length > 0 ? (
        <Text>{say("On the waiting list: {names}", { names: inWords(waiting) })}</Text>
      ) : null}
    </>
  )
}

/** The dates of a course, a line each. */
export const Dates = ({ dates }: Pick<Booking, "dates">) =>
  dates.map((date, at) => (
    <Fragment key={date}>
      {at > 0 ? <br /> : null}
      <strong>{date}</strong>
    </Fragment>
  ))

/** A link that puts the event into a calendar. */
export const ToCalendar = ({ calendarUrl }: Booking) => (
  <Text>
    <TextLink to={calendarUrl}>{say("Add it to your calendar")}</TextLink>
  </Text>
)
