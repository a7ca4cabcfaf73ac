import { ASK_REPLIES } from "@/db/vocabulary"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Section, Text } from "./_parts/words"

export type Props = {
  title: string
  body: string
  group: string
  consultation: string | null
  outcome: string
  asks: {
    text: string
    reply: keyof typeof ASK_REPLIES | null
    replyText: string | null
    outcome: string | null
    /** The group's own words behind this ask. */
    yours: string[]
  }[]
  url: string
}

/** You said, we said, they decided: to each person of a group that spoke, with the group's own words. */
export default function RepresentationOutcome(props: Props & LetterFrame) {
  const yours = props.asks.flatMap((ask) => ask.yours)
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>What came of what {props.group} said</Heading>
      <Text>{props.outcome}</Text>
      {yours.length > 0 ? (
        <Section title="You said">
          {yours.map((quote) => (
            <Quote key={quote} by={props.group}>
              {quote}
            </Quote>
          ))}
        </Section>
      ) : props.consultation ? (
        <Section title="You said">
          <Text>Your group’s answer to “{props.consultation}” was counted in what we sent.</Text>
        </Section>
      ) : null}
      <Section title={`We said to ${props.body}, and they decided`}>
        {props.asks.map((ask) => (
          <div key={ask.text}>
            <Text>
              <strong>We asked:</strong> {ask.text}
            </Text>
            <Text>
              <strong>{ask.reply ? ASK_REPLIES[ask.reply] : "No reply"}.</strong> {ask.replyText ?? ""}
            </Text>
            {ask.outcome ? (
              <Text>
                <strong>What happened:</strong> {ask.outcome}
              </Text>
            ) : null}
          </div>
        ))}
      </Section>
      <Button to={props.url}>See it all in one place</Button>
    </Layout>
  )
}

export const subject = ({ body, consultation, title }: Props & LetterFrame) =>
  `You said, we said, they decided: ${consultation ?? title} (${body})`

export const preview = ({ outcome }: Props & LetterFrame) => outcome
