import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { url: string }

/** Tells somebody that they were let into a room; which one is said nowhere but on the page. */
export default function ConsortiumLetIn(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject()}</Heading>
      <Text>
        {say(
          "Groups that bid together have a room, and you’ve been let in. Sign in to see which, and to come in.",
        )}
      </Text>
      <Button to={props.url}>{say("See your rooms")}</Button>
    </Layout>
  )
}

export const subject = () => say("You’ve been let into a room")

export const preview = ({ lio }: Props & LetterFrame) =>
  say("Sign in to {lio} to see which.", { lio: lio.name })
