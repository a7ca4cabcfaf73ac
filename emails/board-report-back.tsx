import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = { board: string; reason: string; url: string }

/** Gives a report back to whoever wrote it, with what they should change. */
export default function BoardReportBack(props: Props & LetterFrame) {
  const { reason, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>{say("Before your report goes to groups, please look at this:")}</Text>
      <Quote>{reason}</Quote>
      <Button to={url}>{say("Change your report")}</Button>
      <Text>{say("What you wrote is still there.")}</Text>
    </Layout>
  )
}

export const subject = ({ board }: Props & LetterFrame) =>
  say("A question about your report from {board}", { board })

export const preview = ({ lio }: Props & LetterFrame) =>
  say("{lio} asks you to change something before groups read it.", { lio: lio.name })
