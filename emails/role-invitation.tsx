import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  group: string
  /** Who asks: the name of a lead of the group. */
  by: string
  /** "Treasurer" */
  role: string
  speaks: "lead" | "member" | null
  /** How many days the link works. */
  days: number
  url: string
}

/** Asks somebody whether they want to be one of a group's people. */
export default function RoleInvitation(props: Props & LetterFrame) {
  const { group, by, role, speaks, days, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Are you one of {group}’s people?", { group })}</Heading>
      <Text>
        {say("{by} has told {lio} that you are part of {group}, as {role}.", {
          by,
          lio: lio.name,
          group,
          role: role.toLowerCase(),
        })}
      </Text>
      {speaks ? (
        <Text>
          {speaks === "lead"
            ? say(
                "If you say yes, you can answer consultations for the group, send its answers and look after its details.",
              )
            : say("If you say yes, you can answer consultations and join discussions for the group.")}
        </Text>
      ) : null}
      <Button to={url}>{say("Say yes or no")}</Button>
      <Text>
        {say(
          "Until you say yes, nobody in the group sees anything we hold about you. The link works for {days} days.",
          { days },
        )}
      </Text>
      <Text>{say("If this isn’t you, you don’t need to do anything.")}</Text>
    </Layout>
  )
}

export const subject = ({ group, lio }: Props & LetterFrame) =>
  say("Are you one of {group}’s people? – {lio}", { group, lio: lio.name })

export const preview = ({ by, group, role }: Props & LetterFrame) =>
  say("{by} says you are {role} of {group}.", { by, role: role.toLowerCase(), group })
