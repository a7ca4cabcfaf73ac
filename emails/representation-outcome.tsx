import { ASK_REPLIES } from "@/db/vocabulary"
import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Section, Text } from "./_parts/words"

export type Props = {
  title: string
  body: string
  consultation: string | null
  outcome: string
  /** The reader's groups, each with its own words that stood behind what was asked. */
  groups: { name: string; counted: boolean; said: string[] }[]
  asks: {
    text: string
    reply: keyof typeof ASK_REPLIES | null
    replyText: string | null
    outcome: string | null
  }[]
  url: string
}

/** You said, we said, they decided: one to each person, with the own words of each group they speak for. */
export default function RepresentationOutcome(props: Props & LetterFrame) {
  const { groups, consultation } = props
  const counted = groups.filter(({ counted, said }) => counted && said.length === 0).map(({ name }) => name)
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>
        {say("What came of the answer from {groups}", { groups: inWords(groups.map(({ name }) => name)) })}
      </Heading>
      <Text>{props.outcome}</Text>
      {groups
        .filter(({ said }) => said.length > 0)
        .map(({ name, said }) => (
          <Section key={name} title={groups.length > 1 ? say("{name} said", { name }) : say("You said")}>
            {said.map((quote) => (
              <Quote key={quote} by={name}>
                {quote}
              </Quote>
            ))}
          </Section>
        ))}
      {counted.length > 0 && consultation ? (
        <Section
          title={
            groups.length > counted.length
              ? say("{counted} answered", { counted: inWords(counted) })
              : say("You said")
          }
        >
          <Text>
            {say("The answer of {counted} to “{consultation}” was counted in what we sent.", {
              counted: inWords(counted),
              consultation,
            })}
          </Text>
        </Section>
      ) : null}
      <Section title={say("We said to {body}, and they decided", { body: props.body })}>
        {props.asks.map((ask) => (
          <div key={ask.text}>
            <Text>
              <strong>{say("We asked:")}</strong> {ask.text}
            </Text>
            <Text>
              <strong>{ask.reply ? ASK_REPLIES[ask.reply] : say("No reply")}.</strong> {ask.replyText ?? ""}
            </Text>
            {ask.outcome ? (
              <Text>
                <strong>{say("What happened:")}</strong> {ask.outcome}
              </Text>
            ) : null}
          </div>
        ))}
      </Section>
      <Button to={props.url}>{say("See it all in one place")}</Button>
    </Layout>
  )
}

export const subject = ({ body, consultation, title }: Props & LetterFrame) =>
  say("You said, we said, they decided: {consultation} ({body})", {
    consultation: consultation ?? title,
    body,
  })

export const preview = ({ outcome }: Props & LetterFrame) => outcome
