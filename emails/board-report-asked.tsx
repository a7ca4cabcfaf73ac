import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { board: string; when: string; again: boolean; url: string }

/** Asks whoever represents groups how a meeting went; once more when nothing has come. */
export default function BoardReportAsked(props: Props & LetterFrame) {
  const { when, again, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>{when}</Text>
      <Text>
        {say(
          "Four boxes: what was decided, what you said, what they promised, and what you need from groups. Notes are fine. It takes about ten minutes on a phone, and you can stop and come back.",
        )}
      </Text>
      <Button to={url}>{say("Write your report")}</Button>
      <Text>
        {again
          ? say(
              "You won’t get another reminder. If you couldn’t be there, tell us in the box for what was decided.",
            )
          : say("Staff read it first. Then every group you speak for hears of it.")}
      </Text>
    </Layout>
  )
}

export const subject = ({ board, again }: Props & LetterFrame) =>
  again
    ? say("Groups are waiting to hear from {board}", { board })
    : say("How did it go at {board}?", { board })

export const preview = (_: Props & LetterFrame) => say("Four short boxes, about ten minutes.")
