import { say } from "@/lib/words"
import { type Booking, BookingFacts, ToCalendar } from "./_parts/booking"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text, TextLink } from "./_parts/words"

export type Props = Booking & {
  price: string | null
  /** What else is on that is about the same. */
  also: { title: string; when: string; url: string }[]
}

const booked = ({ coming }: Props) => coming.length > 0

/** Tells somebody who booked that they have a place, or are on the waiting list. */
export default function EventBooked(props: Props & LetterFrame) {
  const { title, price, waiting, url, also } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>
        {booked(props)
          ? say("You’re booked: {title}", { title })
          : say("You’re on the waiting list: {title}", { title })}
      </Heading>
      <BookingFacts {...props} />
      {waiting.length > 0 ? (
        <Text>
          {say(
            "The event is full. If a place becomes free, we’ll email you and keep it for you for a while so that you can say yes.",
          )}
        </Text>
      ) : null}
      {price ? <Text>{say("Cost: {price}", { price })}</Text> : null}
      <Button to={url}>{say("See or change your booking")}</Button>
      {booked(props) ? <ToCalendar {...props} /> : null}
      {also.length > 0 ? (
        <>
          <Text>{say("Also for you:")}</Text>
          {also.map((event) => (
            <Text key={event.url}>
              <TextLink to={event.url}>{event.title}</TextLink>
              <br />
              {event.when}
            </Text>
          ))}
        </>
      ) : null}
      <Text>
        {say(
          "If you can’t come, please let us know there, so that somebody else can have the place. You don’t need a password.",
        )}
      </Text>
    </Layout>
  )
}

export const subject = (props: Props & LetterFrame) =>
  booked(props)
    ? say("You’re booked: {title}", { title: props.title })
    : say("You’re on the waiting list: {title}", { title: props.title })

export const preview = ({ when }: Props & LetterFrame) => when
