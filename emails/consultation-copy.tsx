import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Section, Text } from "./_parts/words"

export type Props = {
  title: string
  group: string
  reference: string
  /** Who sent it. */
  by: string
  closes: string
  answers: { question: string; answer: string }[]
  url: string
}

/** A copy of what a group sent. */
export default function ConsultationCopy(props: Props & LetterFrame) {
  const { title, group, reference, by, closes, answers, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Thank you: we have the answers of {group}", { group })}</Heading>
      <Text>{say("“{title}”, sent by {by}. Your reference is {reference}.", { title, by, reference })}</Text>
      <Text>
        {say(
          "You can change the answers until {closes}. After that {lio} brings together what all groups said, and tells you what comes of it.",
          { closes, lio: lio.name },
        )}
      </Text>
      <Button to={url}>{say("See or change the answers")}</Button>
      {answers.map(({ question, answer }) => (
        <Section key={question} title={question}>
          <Text>{answer || say("Not provided")}</Text>
        </Section>
      ))}
    </Layout>
  )
}

export const subject = ({ title, reference }: Props & LetterFrame) =>
  say("Your answers, {reference}: {title}", { reference, title })

export const preview = ({ closes }: Props & LetterFrame) =>
  say("We have them. You can change them until {closes}.", { closes })
