import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
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
export function Lines({ title, items, more }: DigestSection) {
  return (
    <Section title={title}>
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

export const subject = ({ lead, rest }: Props & LetterFrame) =>
  rest ? `${lead.subject}, and ${rest}` : lead.subject

export const preview = ({ lead }: Props & LetterFrame) => lead.detail
