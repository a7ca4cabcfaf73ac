import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = { title: string; groups: string[]; outcome: string; url: string }

/** Tells a group that took part what came of it. */
export default function ConsultationOutcome(props: Props & LetterFrame) {
  const { title, groups, outcome, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("What came of it: {title}", { title })}</Heading>
      <Text>
        {say("{groups} told us what you think. This is what came of it.", { groups: inWords(groups) })}
      </Text>
      <Quote>{outcome}</Quote>
      <Button to={url}>{say("See what all groups said")}</Button>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("What came of “{title}”", { title })

export const preview = ({ outcome }: Props & LetterFrame) => outcome.slice(0, 140)
