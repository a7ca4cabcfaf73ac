import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { invitationInWords } from "./_parts/invitation-words"
import { Layout } from "./_parts/layout"
import { Button, Heading, Paragraphs, Text, TextLink } from "./_parts/words"

export type Props = {
  title: string
  /** In place of the title, when staff wrote one. */
  subject?: string | null
  /** The LIO's own words, before the rest. */
  words?: string | null
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
  /** In which other languages it can be answered: its title, and a sentence that says so, each in that language. */
  also?: { language: string; dir: "ltr" | "rtl"; title: string; canAnswer: string }[]
}

/** Asks the people of a group to answer a consultation, with a link of their own. */
export default function ConsultationInvitation(props: Props & LetterFrame) {
  const { title, words, about, url, lio, also = [] } = props
  const said = invitationInWords({ ...props, lio: lio.name })
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      {also.map(({ language, dir, title, canAnswer }) => (
        <div key={language} lang={language} dir={dir}>
          <Text>
            <strong>{title}</strong>
            <br />
            <TextLink to={`${url}${url.includes("?") ? "&" : "?"}lang=${language}`}>{canAnswer}</TextLink>
          </Text>
        </div>
      ))}
      {words ? <Paragraphs>{words}</Paragraphs> : null}
      <Text>{said.asks}</Text>
      {about ? <Text>{about}</Text> : null}
      <Text>{said.howLong}</Text>
      <Button to={url}>{said.button}</Button>
      <Text>{said.together}</Text>
    </Layout>
  )
}

export const subject = ({ title, subject: own }: Props & LetterFrame) => own ?? title

export const preview = ({ groups, minutes, closes }: Props & LetterFrame) =>
  say("What does {groups} say? About {minutes} minutes, until {closes}.", {
    groups: inWords(groups),
    minutes,
    closes,
  })
