import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { board: string; last: string | null; url: string }

/** Asks whoever sits on a board to declare their interests for the year. */
export default function BoardDeclare(props: Props & LetterFrame) {
  const { board, last, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {last
          ? say("You last declared your interests for {board} on {day}. Has anything changed?", {
              board,
              day: last,
            })
          : say("You haven’t declared your interests for {board} yet.", { board })}
      </Text>
      <Text>
        {say(
          "An interest is anything that could sway you, or look as if it did: a job, a contract, money or a post of yours or your family’s. If there’s nothing, say so. It takes a minute.",
        )}
      </Text>
      <Button to={url}>{say("Declare your interests")}</Button>
    </Layout>
  )
}

export const subject = ({ board }: Props & LetterFrame) => say("Your interests and {board}", { board })

export const preview = (_: Props & LetterFrame) => say("Once a year, a minute.")
