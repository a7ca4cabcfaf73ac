import { inWords, say, sayCount } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Section, Text, TextLink } from "./_parts/words"

type Lines = { count: number; items: { title: string; detail: string; url: string }[] }
export type Props = {
  overdue: Lines
  today: Lines
  handed: Lines
  events: Lines
  cases: Lines
  /** How many enquiries wait. */
  enquiries: number
  url: string
  enquiriesUrl: string
}

function Part({ title, lines: { count, items } }: { title: string; lines: Lines }) {
  if (count === 0) return null
  return (
    <Section title={title}>
      {items.map(({ title: name, detail, url }) => (
        <Text key={url}>
          <TextLink to={url}>{name}</TextLink>
          {detail ? (
            <>
              <br />
              {detail}
            </>
          ) : null}
        </Text>
      ))}
      {count > items.length ? <Text>{say("And {more} more.", { more: count - items.length })}</Text> : null}
    </Section>
  )
}

/** What a working day brings for somebody who works here. */
export default function DailyLetter(props: Props & LetterFrame) {
  const { overdue, today, handed, events, cases, enquiries, url, enquiriesUrl } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Your day")}</Heading>
      <Part title={say("Overdue")} lines={overdue} />
      <Part title={say("Due today")} lines={today} />
      <Part title={say("New for you")} lines={handed} />
      <Part title={say("On today")} lines={events} />
      <Part title={say("Cases without a session for 60 days")} lines={cases} />
      {enquiries > 0 ? (
        <Section title={say("Enquiries")}>
          <Text>
            <TextLink to={enquiriesUrl}>
              {sayCount(enquiries, {
                one: "{count} enquiry is waiting for an answer",
                other: "{count} enquiries are waiting for an answer",
              })}
            </TextLink>
          </Text>
        </Section>
      ) : null}
      <Button to={url}>{say("Open your day")}</Button>
    </Layout>
  )
}

const facts = ({ overdue, today, handed, events, cases, enquiries }: Props) =>
  [
    overdue.count && sayCount(overdue.count, { one: "{count} task overdue", other: "{count} tasks overdue" }),
    today.count && sayCount(today.count, { one: "{count} task due", other: "{count} tasks due" }),
    handed.count && sayCount(handed.count, { one: "{count} new task", other: "{count} new tasks" }),
    events.count && sayCount(events.count, { one: "{count} event", other: "{count} events" }),
    enquiries && sayCount(enquiries, { one: "{count} enquiry", other: "{count} enquiries" }),
    cases.count && sayCount(cases.count, { one: "{count} quiet case", other: "{count} quiet cases" }),
  ].filter((fact) => typeof fact === "string")

export const subject = (props: Props & LetterFrame) =>
  say("Today: {facts}", { facts: inWords(facts(props).slice(0, 2)) })

export const preview = (props: Props & LetterFrame) => say("Today: {facts}", { facts: inWords(facts(props)) })
