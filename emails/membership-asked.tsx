import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Heading, Text } from "./_parts/words"

export type Props = {
  kind: "join" | "renewal"
  group: string
  type: string
  /** "£20", "No fee" */
  fee: string
}

/** Tells somebody that their group's request to join or to renew has come. */
export default function MembershipAsked(props: Props & LetterFrame) {
  const { kind, group, type, fee, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>Thank you. Your request has come.</Heading>
      <Text>
        You asked {lio.name}{" "}
        {kind === "join" ? `for ${group} to join` : `to renew the membership of ${group}`}: {type}.{" "}
        {fee === "No fee" ? "There is no fee." : `The fee is ${fee}. There is nothing to pay yet.`}
      </Text>
      <Text>Somebody looks at it in the next few days. We then write to you again.</Text>
      <Text>Was it not you? Then you need do nothing. Or write to us, and we take the request away.</Text>
    </Layout>
  )
}

export const subject = ({ kind, group, lio }: Props & LetterFrame) =>
  kind === "join"
    ? `You asked to join ${lio.name}: ${group}`
    : `You asked to renew the membership of ${group}`

export const preview = (_: Props & LetterFrame) => "Somebody looks at it in the next few days."
