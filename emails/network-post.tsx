import { opening, say, shortened } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = {
  title: string
  network: string
  /** Who wrote it, and for whom. */
  by: string
  /** As it was typed. */
  text: string
  reason: "named" | "replied" | "all"
  href: string
}

const REASONS = {
  named: say("You or your group are named in this post."),
  replied: say("Somebody replied to your topic."),
  all: say("You asked to hear of every post here."),
}

/** A post, to those who want to hear of it at once. */
export default function NetworkPost(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{props.title}</Heading>
      <Text>
        {say("In {network}. {reasons}", { network: props.network, reasons: REASONS[props.reason] })}
      </Text>
      <Quote by={props.by}>{opening(props.text)}</Quote>
      <Button to={props.href}>{say("Read and reply")}</Button>
    </Layout>
  )
}

export const subject = ({ title, by }: Props & LetterFrame) => `${title}: ${by}`

export const preview = ({ text }: Props & LetterFrame) => shortened(text, 120)
