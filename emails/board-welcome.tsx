import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { board: string; seat: string; holds: string; from: string | null; url: string }

/** Welcomes whoever speaks for groups at a board from now on. */
export default function BoardWelcome(props: Props & LetterFrame) {
  const { seat, holds, from, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>{say("You’re the {holds} for: {seat}.", { holds, seat })}</Text>
      {from ? <Text>{say("It begins on {day}.", { day: from })}</Text> : null}
      <Text>
        {say(
          "Your page has the board’s papers and dates, what was decided and promised before you, and what whoever was there before you wants you to know. A week before each meeting you get a brief. Afterwards we ask you how it went.",
        )}
      </Text>
      <Button to={url}>{say("See your board")}</Button>
      <Text>{say("Please start by declaring your interests there. It takes a minute.")}</Text>
    </Layout>
  )
}

export const subject = ({ board }: Props & LetterFrame) => say("You speak for groups at {board}", { board })

export const preview = ({ lio }: Props & LetterFrame) =>
  say("{lio} has your papers, dates and briefs in one place.", { lio: lio.name })
