import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { title: string; closes: string; url: string }

/** Asks somebody who answered for themselves to confirm it, and leads back to what they said. */
export default function ConsultationConfirm(props: Props & LetterFrame) {
  const { title, closes, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {say(
          "Your answers don’t count yet. Press the button to read them once more and confirm them. You don’t need a password.",
        )}
      </Text>
      <Button to={url}>{say("Confirm your answers")}</Button>
      <Text>
        {say(
          "With the same link you can change them until {closes}. After that we delete your email address, so nobody can tell which answers are yours.",
          { closes },
        )}
      </Text>
      <Text>{say("If you didn’t answer anything, ignore this email. Nothing will be counted.")}</Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("Confirm your answers: {title}", { title })

export const preview = ({ closes }: Props & LetterFrame) =>
  say("They count once you confirm them. Open until {closes}.", { closes })
