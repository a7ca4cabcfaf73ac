import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Paragraphs, Text } from "./_parts/words"

export type Props = {
  funder: string
  /** What the group looks for money for. */
  what: string
  /** What staff write with it. */
  words: string | null
  funds: string | null
  whoCanAsk: string | null
  /** How much one may ask for: "£500 to £10,000". */
  sums: string | null
  /** When the next round closes, or "any time". */
  closes: string | null
  /** The funder's own page. */
  url: string | null
  groups: string[]
}

/** A funder that may fit what a group looks for. */
export default function FundingTip(props: Props & LetterFrame) {
  const { funder, what, words, funds, whoCanAsk, sums, closes, url, groups, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{funder}</Heading>
      {words ? (
        <Paragraphs>{words}</Paragraphs>
      ) : (
        <Text>{say("{lio} thought this funder might help with: {what}.", { lio: lio.name, what })}</Text>
      )}
      {funds ? <Paragraphs>{funds}</Paragraphs> : null}
      {sums ? <Text>{say("How much: {sums}", { sums })}</Text> : null}
      {whoCanAsk ? <Text>{say("Who can apply: {who}", { who: whoCanAsk })}</Text> : null}
      {closes ? <Text>{say("Closes: {closes}", { closes })}</Text> : null}
      {url ? <Button to={url}>{say("Go to the funder’s website")}</Button> : null}
      <Text>{say("Check the funder’s own rules before you apply. We can look at your draft with you.")}</Text>
      <Text>{say("This is for {groups}.", { groups: inWords(groups) })}</Text>
    </Layout>
  )
}

export const subject = ({ funder }: Props & LetterFrame) => say("Funding that may fit: {funder}", { funder })

export const preview = ({ what }: Props & LetterFrame) => say("You’re looking for: {what}", { what })
