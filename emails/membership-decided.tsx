import { say } from "@/lib/words"
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
  const { kind, fee, reason, url, lio } = props
  const group = props.group ?? ""
  return (
    <Layout {...props} preview={preview(props)}>
      {reason === null ? (
        <>
          <Heading>
            {kind === "join"
              ? say("Welcome: {group} is with {lio} now", { group, lio: lio.name })
              : say("{group} is renewed", { group })}
          </Heading>
          <Text>
            {preview(props)}{" "}
            {fee
              ? say("The fee is {fee}. We tell you how to pay, or you can ask us.", { fee })
              : say("There is nothing to pay.")}
          </Text>
          {url ? (
            <>
              <Button to={url}>{say("See your group’s membership")}</Button>
              <Text>{say("There is no password: type this email address, and we send you a link.")}</Text>
            </>
          ) : null}
        </>
      ) : (
        <>
          <Heading>
            {kind === "join"
              ? group
                ? say("We couldn’t accept {group} as a member", { group })
                : say("We couldn’t accept your group as a member")
              : group
                ? say("We couldn’t renew {group}’s membership", { group })
                : say("We couldn’t renew your membership")}
          </Heading>
          <Text>{say("Thank you for asking. This is why:")}</Text>
          <Quote by={lio.name}>{reason}</Quote>
          <Text>{say("If we’ve got something wrong, reply to this email and we’ll look again.")}</Text>
        </>
      )}
    </Layout>
  )
}

export const subject = ({ kind, reason, group: named, lio }: Props & LetterFrame) => {
  const group = named ?? ""
  if (reason !== null) return say("Your request to {lio}", { lio: lio.name })
  return kind === "join"
    ? say("Welcome to {lio}: {group}", { lio: lio.name, group })
    : say("Renewed: {group}", { group })
}

export const preview = ({ reason, type, until }: Props & LetterFrame) => {
  if (reason !== null) return say("What we decided, and why.")
  return until ? say("{type}, until {until}.", { type, until }) : say("{type}.", { type })
}
