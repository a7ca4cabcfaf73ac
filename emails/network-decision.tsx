import { opening, say, shortened } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = { title: string; network: string; decision: string; href: string }

/** What was decided in a topic, to those who spoke in it or hear of everything. */
export default function NetworkDecision(props: Props & LetterFrame) {
  const { title, network, decision, href } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>{say("This was decided in {network}:", { network })}</Text>
      <Quote by={props.lio.name}>{opening(decision)}</Quote>
      <Button to={href}>{say("Read the whole topic")}</Button>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("Decided: {title}", { title })

export const preview = ({ decision }: Props & LetterFrame) => shortened(decision, 120)
