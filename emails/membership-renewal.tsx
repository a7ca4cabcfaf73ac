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
        {step === "before" ? `Will ${group} stay with us?` : `The membership of ${group} has lapsed`}
      </Heading>
      <Text>
        {step === "before"
          ? `The membership of ${group} (${type}) ends on ${ends}.`
          : `It was ${type}, and ended on ${ends}.${counts ? ` It still counts until ${counts}.` : ""}`}{" "}
        {fee
          ? `Renewing costs ${fee}. You pay nothing behind the button; we tell you how.`
          : "There is nothing to pay."}
      </Text>
      <Button to={url}>Renew for {length}</Button>
      <Text>The button opens a page with one more button. You need no password.</Text>
      <Text>
        Do you not want to go on, or has somebody else taken over? Tell {lio.name}: answering this letter is
        enough.
        {step === "grace" ? " This is the last reminder." : ""}
      </Text>
    </Layout>
  )
}

export const subject = ({ group, step, ends }: Props & LetterFrame) =>
  step === "before" ? `${group}: your membership ends on ${ends}` : `${group}: your membership has lapsed`

export const preview = ({ fee, length }: Props & LetterFrame) =>
  `Renew for ${length} with one press. ${fee ?? "Nothing to pay"}.`
