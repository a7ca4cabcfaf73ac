import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  group: string
  /** Who added them: "Wendy Worker of Ribble CVS". */
  by: string
  /** "Treasurer" */
  role: string
  speaks: "lead" | "member"
  url: string
}

/** Tells somebody that they may now speak for a group here, and by whom. */
export default function RoleGiven(props: Props & LetterFrame) {
  const { group, by, role, speaks, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("You can now speak for {group}", { group })}</Heading>
      <Text>
        {say("{by} has added you as {role} of {group}.", { by, role: role.toLowerCase(), group })}{" "}
        {speaks === "lead"
          ? say("You can answer consultations for the group, send its answers and look after its details.")
          : say("You can answer consultations and join discussions for the group.")}
      </Text>
      <Button to={url}>{say("Open {lio}", { lio: lio.name })}</Button>
      <Text>{say("You don’t need a password: type this email address and we’ll send you a link.")}</Text>
      <Text>{say("If this isn’t right, reply to this email and we’ll change it.")}</Text>
    </Layout>
  )
}

export const subject = ({ group, lio }: Props & LetterFrame) =>
  say("You can now speak for {group} – {lio}", { group, lio: lio.name })

export const preview = ({ by, group, role }: Props & LetterFrame) =>
  say("{by} has added you as {role} of {group}.", { by, role: role.toLowerCase(), group })
