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
  const what =
    kind === "join"
      ? `You asked for ${group ?? "your group"} to join ${lio.name}`
      : `You asked to renew ${group ? `${group}’s` : "your"} membership of ${lio.name}`
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>Thank you. We’ve got your request.</Heading>
      <Text>
        {what}: {type}.{" "}
        {fee === "No fee" ? "There’s no fee." : `The fee is ${fee}. There’s nothing to pay yet.`}
      </Text>
      <Text>We’ll look at this in the next few days and email you.</Text>
      <Text>If this wasn’t you, you don’t need to do anything, or reply and we’ll remove the request.</Text>
    </Layout>
  )
}

export const subject = ({ kind, group, lio }: Props & LetterFrame) =>
  kind === "join"
    ? `Your request to join ${lio.name}`
    : `Your request to renew${group ? ` ${group}’s` : " your"} membership`

export const preview = (_: Props & LetterFrame) => "We’ll look at this in the next few days and email you."
