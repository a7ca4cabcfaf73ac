import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  group: string
  type: string
  step: "before" | "grace"
  /** "31 March 2027": the last day of the present period. */
  ends: string
  /** Until when it still counts; null without days of grace. */
  counts: string | null
  /** "£20"; null: there is none. */
  fee: string | null
  /** "another year", "another 6 months" */
  length: string
  url: string
}

/** Asks a group to renew: once before its membership ends, once after. */
export default function MembershipRenewal(props: Props & LetterFrame) {
  const { group, type, step, ends, counts, fee, length, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>
        {step === "before"
          ? say("Will {group} stay with us?", { group })
          : say("The membership of {group} has lapsed", { group })}
      </Heading>
      <Text>
        {step === "before"
          ? say("The membership of {group} ({type}) ends on {ends}.", { group, type, ends })
          : say("It was {type}, and ended on {ends}.", { type, ends })}{" "}
        {step === "grace" && counts ? say("It still counts until {counts}.", { counts }) : ""}{" "}
        {fee
          ? say("Renewing costs {fee}. You pay nothing behind the button; we tell you how.", { fee })
          : say("There is nothing to pay.")}
      </Text>
      <Button to={url}>{say("Renew for {length}", { length })}</Button>
      <Text>{say("The button opens a page with one more button. You need no password.")}</Text>
      <Text>
        {say("Don’t want to renew, or has somebody else taken over? Tell {lio}: just reply to this email.", {
          lio: lio.name,
        })}
        {step === "grace" ? ` ${say("This is the last reminder.")}` : ""}
      </Text>
    </Layout>
  )
}

export const subject = ({ group, step, ends }: Props & LetterFrame) =>
  step === "before"
    ? say("{group}: your membership ends on {ends}", { group, ends })
    : say("{group}: your membership has lapsed", { group })

export const preview = ({ fee, length }: Props & LetterFrame) =>
  fee
    ? say("Renew for {length} with one press. {fee}.", { length, fee })
    : say("Renew for {length} with one press. Nothing to pay.", { length })
