import { say } from "@/lib/words"
import { type Booking, BookingFacts, ToCalendar } from "./_parts/booking"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = Booking & {
  /** What is another now: its date or place, several dates of a course, or only the link to join online. */
  change: "date" | "dates" | "link"
  /** When and where it was to be. */
  before: { when: string; place: string | null } | null
  /** Why, in the LIO's own words. */
  reason: string | null
}

/** Tells whoever booked of another time, place or link. */
export default function EventChanged(props: Props & LetterFrame) {
  const { title, change, before, reason, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("A change: {title}", { title })}</Heading>
      <BookingFacts {...props} />
      <Text>
        {change === "dates"
          ? say("Several of its dates have changed. These are the dates still to come.")
          : before === null
            ? say("Nothing else has changed, only the link to join online.")
            : before.place
              ? say("It was going to be on {when}, at {place}.", { when: before.when, place: before.place })
              : say("It was going to be on {when}.", { when: before.when })}
      </Text>
      {reason ? <Quote>{reason}</Quote> : null}
      <Text>{say("Your booking still stands. If you can’t come now, please let us know.")}</Text>
      <Button to={url}>{say("See or change your booking")}</Button>
      <ToCalendar {...props} />
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("A change: {title}", { title })

export const preview = ({ when, place }: Props & LetterFrame) =>
  place ? say("Now: {when}, {place}", { when, place }) : say("Now: {when}", { when })
