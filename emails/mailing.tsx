import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Heading, Paragraphs, Text } from "./_parts/words"

export type Props = {
  title: string
  /** Paragraphs, an empty line between them. */
  words: string
  groups: string[]
}

/** What staff have to say to groups, in their own words. */
export default function Mailing(props: Props & LetterFrame) {
  const { title, words, groups } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Paragraphs>{words}</Paragraphs>
      <Text>{say("This is for {groups}.", { groups: inWords(groups) })}</Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => title

export const preview = ({ words }: Props & LetterFrame) => words.slice(0, 120)
