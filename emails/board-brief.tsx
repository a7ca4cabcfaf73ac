import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { board: string; when: string; place: string | null; url: string }

/** The brief for a meeting, to whoever represents groups there. */
export default function BoardBrief(props: Props & LetterFrame) {
  const { when, place, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>{place ? say("{when}, {place}", { when, place }) : when}</Text>
      <Text>
        {say(
          "It has what groups want you to raise, what they have asked for and are still waiting for, what was promised, and the figures behind it. You can read it on your phone or print it.",
        )}
      </Text>
      <Button to={url}>{say("Read your brief")}</Button>
      <Text>{say("The day after the meeting we’ll ask you in four short boxes how it went.")}</Text>
    </Layout>
  )
}

export const subject = ({ board }: Props & LetterFrame) => say("Your brief for {board}", { board })

export const preview = ({ when }: Props & LetterFrame) => say("For the meeting on {when}.", { when })
