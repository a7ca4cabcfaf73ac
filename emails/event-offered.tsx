import { inWords, say } from "@/lib/words"
import { type Booking, BookingFacts } from "./_parts/booking"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = Booking & {
  /** For whom there is a place now. */
  offered: string[]
  /** "4 June 2026 at 9:32am" */
  until: string
}

/** Offers a place that has become free to whoever waited for it. */
export default function EventOffered(props: Props & LetterFrame) {
  const { title, offered, until, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("There’s a place for you: {title}", { title })}</Heading>
      <Text>
        {say("A place has become free for {names}. We’re keeping it until {until}.", {
          names: inWords(offered),
          until,
        })}
      </Text>
      <BookingFacts {...props} />
      <Button to={url}>{say("Say yes or no to the place")}</Button>
      <Text>
        {say(
          "If you don’t answer by then, it goes to the next person on the list. You don’t need a password.",
        )}
      </Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("There’s a place for you: {title}", { title })

export const preview = ({ until }: Props & LetterFrame) => say("Please answer by {until}.", { until })
