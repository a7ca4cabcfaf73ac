import { say, sayCount } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Paragraphs, Quote, Section, Text } from "./_parts/words"

export type Props = {
  title: string
  body: string
  toName: string | null
  words: string | null
  sentOn: string
  /** By when a reply was hoped for; null once each ask has one. */
  dueOn: string | null
  late: boolean
  /** The asks without a reply. */
  waiting: string[]
  /** Promises whose day is past. */
  promises: { ask: string; by: string; on: string }[]
  url: string
}

/** A polite reminder to the officer of a body: what we asked, and what hasn’t been answered or done yet. */
export default function RepresentationChaser(props: Props & LetterFrame) {
  const { title, body, toName, words, sentOn, dueOn, late, waiting, promises, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      {toName ? <Text>{say("Dear {name}", { name: toName })}</Text> : null}
      <Text>
        {say("On {day} we sent {body} “{title}”, which says what voluntary groups are asking for.", {
          day: sentOn,
          body,
          title,
        })}
      </Text>
      {waiting.length > 0 ? (
        <Section
          title={sayCount(waiting.length, {
            one: "{count} ask is waiting for your reply",
            other: "{count} asks are waiting for your reply",
          })}
        >
          {dueOn ? (
            <Text>
              {late
                ? say("We hoped to hear from you by {day}.", { day: dueOn })
                : say("We hope to hear from you by {day}.", { day: dueOn })}
            </Text>
          ) : null}
          {waiting.map((ask) => (
            <Quote key={ask}>{ask}</Quote>
          ))}
        </Section>
      ) : null}
      {promises.length > 0 ? (
        <Section title={say("What was promised")}>
          {promises.map(({ ask, by, on }) => (
            <Quote key={ask} by={say("Promised by {by}, due {on}", { by, on })}>
              {ask}
            </Quote>
          ))}
          <Text>{say("Can you tell us how this is going?")}</Text>
        </Section>
      ) : null}
      {words ? <Paragraphs>{words}</Paragraphs> : null}
      <Button to={url}>{say("Read the paper")}</Button>
      <Text>{say("The groups that had their say will hear what you reply. Thank you for your time.")}</Text>
    </Layout>
  )
}

export const subject = ({ title, waiting }: Props & LetterFrame) =>
  waiting.length > 0
    ? say("Your reply to “{title}”", { title })
    : say("What was promised about “{title}”", { title })

export const preview = ({ lio }: Props & LetterFrame) =>
  say("A reminder from {lio}, on behalf of the groups that had their say.", { lio: lio.name })
