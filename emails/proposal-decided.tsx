import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Section, Text } from "./_parts/words"

type Line = { label: string; said: string }
export type Props = { group: string; accepted: Line[]; refused: Line[]; note: string | null; url: string }

/** Tells a lead what the staff made of the change they asked for. */
export default function ProposalDecided(props: Props & LetterFrame) {
  const { group, accepted, refused, note, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>{say("You asked {lio} to change what is kept of {group}.", { lio: lio.name, group })}</Text>
      {accepted.length > 0 && <Lines title={say("Changed, as you asked")} lines={accepted} />}
      {refused.length > 0 && <Lines title={say("Not changed")} lines={refused} />}
      {note && <Quote by={lio.name}>{note}</Quote>}
      <Button to={url}>{say("See your group’s details")}</Button>
    </Layout>
  )
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <Section title={title}>
      {lines.map(({ label, said }) => (
        <Text key={label}>
          <strong>{label}:</strong> {said}
        </Text>
      ))}
    </Section>
  )
}

export const subject = ({ group, accepted, refused }: Props & LetterFrame) =>
  refused.length === 0
    ? say("Your change to {group} is made", { group })
    : accepted.length === 0
      ? say("Your change to {group} was not made", { group })
      : say("Part of your change to {group} is made", { group })

export const preview = ({ accepted, refused }: Props & LetterFrame) =>
  [
    accepted.length > 0
      ? say("Changed: {fields}.", { fields: accepted.map(({ label }) => label).join(", ") })
      : "",
    refused.length > 0
      ? say("Not changed: {fields}.", { fields: refused.map(({ label }) => label).join(", ") })
      : "",
  ]
    .filter(Boolean)
    .join(" ")
