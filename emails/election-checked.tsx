import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  name: string
  title: string
  board: string
  valid: boolean
  reason: string | null
  url: string
}

/** Tells somebody who was put up whether their nomination is valid, and if not why. */
export default function ElectionChecked(props: Props & LetterFrame) {
  const { name, title, board, valid, reason, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {valid
          ? say("{name}, your nomination is valid: {title}, {board}.", { name, title, board })
          : say("{name}, your nomination isn’t valid: {title}, {board}.", { name, title, board })}
      </Text>
      {reason ? <Text>{reason}</Text> : null}
      <Button to={url}>{say("See your nomination")}</Button>
      {valid ? null : (
        <Text>{say("If you think that’s wrong, get in touch with {lio}.", { lio: lio.name })}</Text>
      )}
    </Layout>
  )
}

export const subject = ({ title, valid }: Props & LetterFrame) =>
  valid
    ? say("Your nomination is valid: {title}", { title })
    : say("Your nomination isn’t valid: {title}", { title })

export const preview = ({ board }: Props & LetterFrame) => say("About {board}.", { board })
