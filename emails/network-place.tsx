import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = {
  network: string
  about: string | null
  group: string
  /** What happened: staff let the group in, put it in unasked, or did not let it in. */
  how: "let-in" | "put-in" | "not-let-in"
  /** Why it was not let in, in the words of staff. */
  reason: string | null
  href: string
}

const SAID = {
  "let-in": (group: string, lio: string) => say("{lio} has let {group} into this network.", { lio, group }),
  "put-in": (group: string, lio: string) => say("{lio} has put {group} into this network.", { lio, group }),
  "not-let-in": (group: string, lio: string) =>
    say("{lio} has not let {group} into this network.", { lio, group }),
}

/** Tells a group's people what became of its place in a network. */
export default function NetworkPlace(props: Props & LetterFrame) {
  const { network, about, group, how, reason, href } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{network}</Heading>
      <Text>{SAID[how](group, props.lio.name)}</Text>
      {reason ? <Quote by={props.lio.name}>{reason}</Quote> : null}
      {how === "not-let-in" ? (
        <Text>{say("If you think this is wrong, answer this email or ring us.")}</Text>
      ) : (
        <>
          {about ? <Text>{about}</Text> : null}
          <Text>
            {say(
              "You can now read what the other groups say, reply and begin topics for {group}. New topics come in your email round-up. You choose how much you hear on the page of the network.",
              { group },
            )}
          </Text>
          <Button to={href}>{say("Open the network")}</Button>
        </>
      )}
    </Layout>
  )
}

export const subject = ({ network, group, how }: Props & LetterFrame) =>
  how === "not-let-in"
    ? say("{network}: about your wish to join", { network })
    : say("{group} is in {network}", { group, network })

export const preview = (props: Props & LetterFrame) => SAID[props.how](props.group, props.lio.name)
