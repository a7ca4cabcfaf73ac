import { LEVELS } from "@/db/vocabulary"
import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { level: keyof typeof LEVELS; url: string }

/** Tells somebody that they now work in Trellis for the LIO. */
export default function StaffInvitation(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Welcome to {lio}", { lio: props.lio.name })}</Heading>
      <Text>
        {say(
          "You can now sign in to {lio} as {levels}. There is no password: type this email address, and we send you a link.",
          { lio: props.lio.name, levels: LEVELS[props.level].toLowerCase() },
        )}
      </Text>
      <Button to={props.url}>{say("Open {lio}", { lio: props.lio.name })}</Button>
    </Layout>
  )
}

export const subject = ({ lio }: Props & LetterFrame) =>
  say("You can now sign in to {lio}", { lio: lio.name })

export const preview = (_: Props & LetterFrame) => say("There is no password: we send you a link each time.")
