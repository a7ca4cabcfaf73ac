import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Paragraphs, Text } from "./_parts/words"

export type Props = {
  title: string
  summary: string
  /** What staff write with it. */
  words: string | null
  url: string
  groups: string[]
}

/** A guide that staff send to groups. */
export default function Guide(props: Props & LetterFrame) {
  const { title, summary, words, url, groups, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      {words ? (
        <Paragraphs>{words}</Paragraphs>
      ) : (
        <Text>{say("{lio} thought this guide might help you.", { lio: lio.name })}</Text>
      )}
      <Text>{summary}</Text>
      <Button to={url}>{say("Read the guide")}</Button>
      <Text>{say("You can print it or keep it as a PDF from there. You don’t need to sign in.")}</Text>
      <Text>{say("This is for {groups}.", { groups: inWords(groups) })}</Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("A guide for you: {title}", { title })

export const preview = ({ summary }: Props & LetterFrame) => summary
