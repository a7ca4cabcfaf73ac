import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { title: string; url: string }

/** Asks those who came to an event how it was. */
export default function EventFeedback(props: Props & LetterFrame) {
  const { title, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("How was it? {title}", { title })}</Heading>
      <Text>{say("Thank you for coming. Three short questions help us make the next one better.")}</Text>
      <Button to={url}>{say("Tell us how it was")}</Button>
      <Text>
        {say("You don’t need a password. We show what people say without their names. We won’t remind you.")}
      </Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("How was it? {title}", { title })

export const preview = ({ lio }: Props & LetterFrame) =>
  say("Three short questions from {lio}.", { lio: lio.name })
