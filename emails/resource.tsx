import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Paragraphs, Text } from "./_parts/words"

export type Props = {
  title: string
  summary: string | null
  /** What staff write with it. */
  words: string | null
  url: string
  /** It opens for people who sign in. */
  signsIn: boolean
  groups: string[]
}

/** A resource that staff send to groups. */
export default function Resource(props: Props & LetterFrame) {
  const { title, summary, words, url, signsIn, groups, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      {words ? (
        <Paragraphs>{words}</Paragraphs>
      ) : (
        <Text>{say("{lio} thought this might help you.", { lio: lio.name })}</Text>
      )}
      {summary ? <Text>{summary}</Text> : null}
      <Button to={url}>{say("Open the resource")}</Button>
      <Text>
        {signsIn
          ? say("We’ll ask you to sign in with your email address first. You don’t need a password.")
          : say("You don’t need to sign in.")}
      </Text>
      <Text>{say("This is for {groups}.", { groups: inWords(groups) })}</Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("A resource for you: {title}", { title })

export const preview = ({ summary, title }: Props & LetterFrame) => summary ?? title
