import { inWords, say, sayCount } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  title: string
  groups: string[]
  lead: boolean
  minutes: number
  /** "3 days left" */
  left: string
  closes: string
  url: string
}

/** Reminds, once, the people of a group that has not finished its answer. */
export default function ConsultationReminder(props: Props & LetterFrame) {
  const { title, groups, lead, minutes, closes, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {sayCount(
          groups.length,
          {
            one: "{groups} has not sent an answer yet. There is still time, until {closes}. It takes about {minutes} minutes.",
            other:
              "{groups} have not sent an answer yet. There is still time, until {closes}. It takes about {minutes} minutes.",
          },
          { groups: inWords(groups), closes, minutes },
        )}
      </Text>
      <Button to={url}>{lead ? say("Answer for your group") : say("Continue your group’s answer")}</Button>
      <Text>
        {say(
          "If you have nothing to say, you can use the same button to tell us. That helps, too. Or ring {lio} and we write your answer down for you.",
          { lio: lio.name },
        )}
      </Text>
      <Text>{say("We won’t remind you again.")}</Text>
    </Layout>
  )
}

export const subject = ({ title, left }: Props & LetterFrame) => `${title}: ${left}`

export const preview = ({ groups, closes }: Props & LetterFrame) =>
  say("We have not heard from {groups} yet. Open until {closes}.", { groups: inWords(groups), closes })
