import { say } from "@/lib/words"
import { Dates } from "./_parts/booking"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = {
  title: string
  when: string
  reason: string
  /** The other dates of a course, which stay as they are. */
  dates: string[]
  eventsUrl: string
}

/** Tells whoever booked that an event does not take place. */
export default function EventCancelled(props: Props & LetterFrame) {
  const { title, when, reason, dates, eventsUrl } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Cancelled: {title}", { title })}</Heading>
      <Text>{say("This was going to be on {when}. It won’t take place.", { when })}</Text>
      <Quote>{reason}</Quote>
      {dates.length > 0 ? (
        <Text>
          {say("Your place on the other dates stays:")}
          <br />
          <Dates dates={dates} />
        </Text>
      ) : null}
      <Text>{say("We’re sorry. You don’t need to do anything.")}</Text>
      <Button to={eventsUrl}>{say("See other events")}</Button>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("Cancelled: {title}", { title })

export const preview = ({ when }: Props & LetterFrame) => when
