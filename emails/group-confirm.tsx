import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Section, Text } from "./_parts/words"

export type Props = {
  group: string
  facts: { label: string; said: string | null }[]
  /** The second and last time. */
  again: boolean
  url: string
}

/** Asks once a year whether what is kept of a group is still right. */
export default function GroupConfirm(props: Props & LetterFrame) {
  const { group, facts, again, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>Is this still right?</Heading>
      <Text>
        {again
          ? `Three weeks ago we asked you to check the details ${lio.name} holds for ${group}. We won’t remind you again.`
          : `Once a year we ask whether what ${lio.name} keeps of ${group} is still right. It takes a minute.`}
      </Text>
      <Section title={group}>
        {facts.map(({ label, said }) => (
          <Text key={label}>
            <strong>{label}:</strong> {said ?? "we do not know"}
          </Text>
        ))}
      </Section>
      <Button to={url}>Look, and say whether it is right</Button>
      <Text>
        You need no password. Nothing happens before you press the button on the page, and you can change what
        is wrong from there.
      </Text>
    </Layout>
  )
}

export const subject = ({ group, again }: Props & LetterFrame) =>
  again ? `Reminder: is this still right? ${group}` : `Is this still right? ${group}`

export const preview = ({ group }: Props & LetterFrame) =>
  `What we keep of ${group}, and one button to say that it is right.`
