import { say } from "@/lib/words"
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
      <Heading>{say("Is this still right?")}</Heading>
      <Text>
        {again
          ? say(
              "Three weeks ago we asked you to check the details {lio} holds for {group}. We won’t remind you again.",
              { lio: lio.name, group },
            )
          : say(
              "Once a year we ask whether what {lio} holds about {group} is still right. It takes a minute.",
              {
                lio: lio.name,
                group,
              },
            )}
      </Text>
      <Section title={group}>
        {facts.map(({ label, said }) => (
          <Text key={label}>
            <strong>{label}:</strong> {said ?? say("we do not know")}
          </Text>
        ))}
      </Section>
      <Button to={url}>{say("Look, and say whether it is right")}</Button>
      <Text>
        {say(
          "You need no password. Nothing happens before you press the button on the page, and you can change what is wrong from there.",
        )}
      </Text>
    </Layout>
  )
}

export const subject = ({ group, again }: Props & LetterFrame) =>
  again
    ? say("Reminder: is this still right? {group}", { group })
    : say("Is this still right? {group}", { group })

export const preview = ({ group }: Props & LetterFrame) =>
  say("What we hold about {group}, and one button to say it’s right.", { group })
