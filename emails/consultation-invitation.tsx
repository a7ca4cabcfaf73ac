import { inWords } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  title: string
  about: string | null
  /** The body whose plans it concerns. */
  body: string | null
  groups: string[]
  /** The reader may send the answers. */
  lead: boolean
  minutes: number
  /** "Friday 4 December 2026 at 5pm" */
  closes: string
  url: string
}

/** Asks the people of a group to answer a consultation, with a link of their own. */
export default function ConsultationInvitation(props: Props & LetterFrame) {
  const { title, about, body, groups, lead, minutes, closes, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {lio.name} asks what {inWords(groups)} {groups.length > 1 ? "have" : "has"} to say.
        {body ? ` It is about plans of ${body}.` : ""}
      </Text>
      {about ? <Text>{about}</Text> : null}
      <Text>
        It takes about {minutes} minutes and is open until {closes}. You need no password: the button knows
        you, so please do not pass this email on.
      </Text>
      <Button to={url}>Answer for your group</Button>
      <Text>
        {lead
          ? "Others of your group may write with you. You send the answers when they are right."
          : "You can write the answers with others of your group. Its lead sends them."}
      </Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => title

export const preview = ({ groups, minutes, closes }: Props & LetterFrame) =>
  `What does ${inWords(groups)} say? About ${minutes} minutes, until ${closes}.`
