import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  title: string
  group: string
  closes: string /** An earlier answer was sent, and counts until this one is. */
  sent: boolean
  url: string
}

/** Leads back to an answer that was put aside. */
export default function ConsultationComeBack(props: Props & LetterFrame) {
  const { title, group, closes, sent, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {say("What you wrote for {group} is saved.", { group })}{" "}
        {sent
          ? say(
              "It has not been sent: the answer that was sent before counts until you send again. The button leads back to it.",
            )
          : say("Nothing has been sent yet. The button leads back to the first question that has no answer.")}
      </Text>
      <Button to={url}>{say("Continue answering")}</Button>
      <Text>{say("It is open until {closes}.", { closes })}</Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("Your saved answers: {title}", { title })

export const preview = ({ closes }: Props & LetterFrame) =>
  say("Saved, not sent. Open until {closes}.", { closes })
