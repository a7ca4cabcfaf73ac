import { inWords } from "@/lib/words"
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
        {inWords(groups)} {groups.length > 1 ? "have" : "has"} not sent an answer yet. There is still time,
        until {closes}. It takes about {minutes} minutes.
      </Text>
      <Button to={url}>{lead ? "Answer for your group" : "Go on with your group’s answer"}</Button>
      <Text>
        If you have nothing to say, you can use the same button to tell us. That helps, too. Or ring{" "}
        {lio.name} and we write your answer down for you.
      </Text>
      <Text>We won’t remind you again.</Text>
    </Layout>
  )
}

export const subject = ({ title, left }: Props & LetterFrame) => `${title}: ${left}`

export const preview = ({ groups, closes }: Props & LetterFrame) =>
  `We have not heard from ${inWords(groups)} yet. Open until ${closes}.`
