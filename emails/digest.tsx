import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { color } from "./_parts/look"
import { Button, Heading, Section, Text, TextLink } from "./_parts/words"

export type DigestItem = { title: string; detail: string; url: string }
export type DigestSection = { title: string; items: DigestItem[]; more: string | null }
export type Props = {
  lead: DigestItem & { action: string; subject: string }
  /** How much more there is, in words; empty when the lead is all. */
  rest: string
  sections: DigestSection[]
}

/** One line: what it is, and where to read it. */
export function Line({ title, detail, url }: DigestItem) {
  return (
    <Text>
      <TextLink to={url}>{title}</TextLink>
      <br />
      {detail}
    </Text>
  )
}

/** Lines under a heading, and how many more there are. */
export function Lines({ title, items, more, within }: DigestSection & { within?: boolean }) {
  return (
    <Section title={title} within={within}>
      {items.map((item) => (
        <Line key={`${item.url} ${item.title}`} {...item} />
      ))}
      {more && <Text>{more}</Text>}
    </Section>
  )
}

/** One letter for a person over everything they are: what needs them first, with the one button. */
export default function Digest(props: Props & LetterFrame) {
  const { lead, sections } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{lead.title}</Heading>
      <Text>{lead.detail}</Text>
      <Button to={lead.url}>{lead.action}</Button>
      {sections.map((section) => (
        <Lines key={section.title} {...section} />
      ))}
    </Layout>
  )
}

/** The same inside the letter of another LIO: whose it is, and how to reach them and to change how often they write. */
export function Part({ lead, sections, lio, preferencesUrl }: Props & LetterFrame) {
  const reach = [lio.email, lio.phone].filter(Boolean).join(" · ")
  return (
    <div style={{ marginTop: "40px", paddingTop: "8px", borderTop: `3px solid ${lio.colour ?? color.mark}` }}>
      <Section title={say("From {lio}", { lio: lio.name })}>
        <Line {...lead} />
        {sections.map((section) => (
          <Lines key={section.title} {...section} within />
        ))}
        {reach && <Text>{say("Questions about this? {reach}", { reach })}</Text>}
        {preferencesUrl && (
          <Text>
            <TextLink to={preferencesUrl}>
              {say("Choose which emails you get from {lio}", { lio: lio.name })}
            </TextLink>
          </Text>
        )}
      </Section>
    </div>
  )
}

export const subject = ({ lead, rest }: { lead: Pick<Props["lead"], "subject">; rest: string }) =>
  rest ? say("{subject}, and {rest}", { subject: lead.subject, rest }) : lead.subject

export const preview = ({ lead }: Props & LetterFrame) => lead.detail
