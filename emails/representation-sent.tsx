import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Paragraphs, Quote, Section, Text, TextLink } from "./_parts/words"

export type Props = {
  title: string
  body: string
  toName: string | null
  words: string | null
  version: number
  asks: string[]
  url: string
  /** Where the body answers; null in copies, and when no link goes along. */
  replyUrl: string | null
  /** To whom it went, in a copy. */
  copyOf: string | null
}

/** Takes a paper to its body: what is asked, where it can be read, and how each ask can be answered. */
export default function RepresentationSent(props: Props & LetterFrame) {
  const { title, body, toName, words, version, asks, url, replyUrl, copyOf, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      {copyOf ? <Text>{say("This is a copy of an email to {name}.", { name: copyOf })}</Text> : null}
      {toName && !copyOf ? <Text>{say("Dear {name}", { name: toName })}</Text> : null}
      {words ? <Paragraphs>{words}</Paragraphs> : null}
      <Section title={say("What voluntary groups are asking {body} to do", { body })}>
        {asks.map((ask) => (
          <Quote key={ask}>{ask}</Quote>
        ))}
      </Section>
      {replyUrl ? (
        <>
          <Text>
            {say(
              "You can reply to each ask using this link. You don’t need to sign in, and you can pass it on to colleagues.",
            )}
          </Text>
          <Button to={replyUrl}>{say("Read the paper and reply")}</Button>
          <Text>
            {say("{lio} checks what you enter before it’s recorded. You can also just reply to this email.", {
              lio: lio.name,
            })}
          </Text>
          <Text>
            <TextLink to={url}>{say("Read the paper online (version {version})", { version })}</TextLink>
          </Text>
        </>
      ) : (
        <Button to={url}>{say("Read the paper (version {version})", { version })}</Button>
      )}
      <Text>
        <TextLink to={`${url}.pdf`}>{say("The paper as a PDF")}</TextLink>
      </Text>
    </Layout>
  )
}

export const subject = ({ title, lio }: Props & LetterFrame) =>
  say("{title} (from {lio})", { title, lio: lio.name })

export const preview = ({ body }: Props & LetterFrame) =>
  say("What voluntary groups are asking {body} to do.", { body })
