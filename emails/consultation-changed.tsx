import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = {
  title: string
  groups: string[]
  /** What changed in the questions, in sentences, and why. */
  changes: { words: string[]; reason: string }[]
  closes: string
  url: string
}

/** Tells a group that has sent its answers what has changed in the questions since. */
export default function ConsultationChanged(props: Props & LetterFrame) {
  const { title, groups, changes, closes, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {say("Since {groups} sent answers, we’ve corrected something in the questions:", {
          groups: inWords(groups),
        })}
      </Text>
      {changes.map(({ words, reason }) => (
        <Quote key={words.join()}>{[...words, say("Why: {reason}", { reason })].join(" ")}</Quote>
      ))}
      <Text>
        {say(
          "You don’t need to do anything: your answers count as they are. You can still change them until {closes}.",
          {
            closes,
          },
        )}
      </Text>
      <Button to={url}>{say("See our answers")}</Button>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) =>
  say("Something changed in the questions: {title}", { title })

export const preview = ({ changes }: Props & LetterFrame) => changes[0]?.words[0]?.slice(0, 140) ?? ""
