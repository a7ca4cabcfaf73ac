import { say } from "@/lib/words"
import { type Booking, BookingFacts, ToCalendar } from "./_parts/booking"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

/** Reminds somebody the day before an event. */
export default function EventReminder(props: Booking & LetterFrame) {
  const { title, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Tomorrow: {title}", { title })}</Heading>
      <BookingFacts {...props} />
      <Button to={url}>{say("See or change your booking")}</Button>
      <ToCalendar {...props} />
      <Text>
        {say("If you can’t come after all, please let us know there. Somebody may be waiting for the place.")}
      </Text>
    </Layout>
  )
}

export const subject = ({ title }: Booking & LetterFrame) => say("Tomorrow: {title}", { title })

export const preview = ({ when }: Booking & LetterFrame) => when
