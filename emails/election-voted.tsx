import { inWords, say, sayCount } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Heading, Text } from "./_parts/words"

export type Props = { title: string; board: string; groups: string[]; until: string }

/** Tells the people of groups that these have voted: whoever else voted in their place is noticed. Nothing in it opens a ballot. */
export default function ElectionVoted(props: Props & LetterFrame) {
  const { title, board, groups, until } = props
  return (
    <Layout {...props} preview={preview()}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {sayCount(
          groups.length,
          {
            one: "{groups} has voted: {title}, {board}.",
            other: "{groups} have voted: {title}, {board}.",
          },
          { groups: inWords(groups), title, board },
        )}
      </Text>
      <Text>
        {say(
          "Votes are secret, so we can’t tell you how. Whoever voted can change that vote until {until}.",
          { until },
        )}
      </Text>
      <Text>
        {say("If nobody in your group voted, tell us straight away: reply to this email or ring us.")}
      </Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("Your group has voted: {title}", { title })

export const preview = () => say("Tell us if it wasn’t one of you.")
