import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = {
  kind: "join" | "renewal"
  /** The group's name; null where nobody has confirmed the address and the request was not accepted. */
  group: string | null
  type: string
  /** "£20"; null: there is none. */
  fee: string | null
  /** Why it was not accepted; null: it was. */
  reason: string | null
  /** "31 March 2027"; null: no last day. */
  until: string | null
  /** Where the group sees its membership; null for somebody who does not sign in. */
  url: string | null
}

/** Tells the asker what the LIO decided about their group's request. */
export default function MembershipDecided(props: Props & LetterFrame) {
  const { kind, group, type, fee, reason, until, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      {reason === null ? (
        <>
          <Heading>
            {kind === "join" ? `Welcome: ${group} is with ${lio.name} now` : `${group} is renewed`}
          </Heading>
          <Text>
            {type}
            {until ? `, until ${until}` : ""}.{" "}
            {fee
              ? `The fee is ${fee}. We tell you how to pay, or you can ask us.`
              : "There is nothing to pay."}
          </Text>
          {url ? (
            <>
              <Button to={url}>See your group’s membership</Button>
              <Text>There is no password: type this email address, and we send you a link.</Text>
            </>
          ) : null}
        </>
      ) : (
        <>
          <Heading>
            {kind === "join"
              ? `We couldn’t accept ${group ?? "your group"} as a member`
              : `We couldn’t renew ${group ? `${group}’s` : "your"} membership`}
          </Heading>
          <Text>Thank you for asking. This is why:</Text>
          <Quote by={lio.name}>{reason}</Quote>
          <Text>If we’ve got something wrong, reply to this email and we’ll look again.</Text>
        </>
      )}
    </Layout>
  )
}

export const subject = ({ kind, reason, group, lio }: Props & LetterFrame) => {
  if (reason !== null) return `Your request to ${lio.name}`
  return kind === "join" ? `Welcome to ${lio.name}: ${group}` : `Renewed: ${group}`
}

export const preview = ({ reason, type, until }: Props & LetterFrame) =>
  reason === null ? `${type}${until ? `, until ${until}` : ""}.` : "What we decided, and why."
