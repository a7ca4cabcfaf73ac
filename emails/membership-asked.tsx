import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Heading, Text } from "./_parts/words"

export type Props = {
  kind: "join" | "renewal"
  /** The group's name; null for somebody whose address nobody has confirmed: nothing that was typed goes there. */
  group: string | null
  type: string
  /** "£20", "No fee" */
  fee: string
}

/** Tells somebody that their group's request to join or to renew has come. */
export default function MembershipAsked(props: Props & LetterFrame) {
  const { kind, group, type, fee, lio } = props
  const names = { lio: lio.name, type }
  const what =
    kind === "join"
      ? group
        ? say("You asked for {group} to join {lio}: {type}.", { group, ...names })
        : say("You asked for your group to join {lio}: {type}.", names)
      : group
        ? say("You asked to renew {group}’s membership of {lio}: {type}.", { group, ...names })
        : say("You asked to renew your membership of {lio}: {type}.", names)
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Thank you. We’ve got your request.")}</Heading>
      <Text>
        {what}{" "}
        {fee === say("No fee")
          ? say("There’s no fee.")
          : say("The fee is {fee}. There’s nothing to pay yet.", { fee })}
      </Text>
      <Text>{say("We’ll look at this in the next few days and email you.")}</Text>
      <Text>
        {say("If this wasn’t you, you don’t need to do anything, or reply and we’ll remove the request.")}
      </Text>
    </Layout>
  )
}

export const subject = ({ kind, group, lio }: Props & LetterFrame) => {
  if (kind === "join") return say("Your request to join {lio}", { lio: lio.name })
  return group
    ? say("Your request to renew {group}’s membership", { group })
    : say("Your request to renew your membership")
}

export const preview = (_: Props & LetterFrame) =>
  say("We’ll look at this in the next few days and email you.")
