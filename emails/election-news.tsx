import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  title: string
  board: string
  groups: string[]
  /** Nominations are open; it was called off; it has a result. */
  news: "notice" | "off" | "result"
  words: string[]
  url: string
}

/** Tells groups how far choosing somebody for a board has come. */
export default function ElectionNews(props: Props & LetterFrame) {
  const { title, board, groups, news, words, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {news === "notice"
          ? say("Groups choose who speaks for them on {board}: {title}.", { board, title })
          : news === "off"
            ? say("There won’t be a vote on this: {title}, {board}.", { title, board })
            : say("Groups have chosen who speaks for them on {board}: {title}.", { board, title })}
      </Text>
      {words.map((one) => (
        <Text key={one}>{one}</Text>
      ))}
      <Button to={url}>
        {news === "notice"
          ? say("Stand, or put somebody up")
          : news === "off"
            ? say("See the vote that was called off")
            : say("See the result")}
      </Button>
      <Text>
        {news === "off"
          ? say("This is for {groups}.", { groups: inWords(groups) })
          : say("This is for {groups}. You don’t need a password.", { groups: inWords(groups) })}
      </Text>
    </Layout>
  )
}

export const subject = ({ title, news }: Props & LetterFrame) =>
  news === "notice"
    ? say("Who should speak for groups? {title}", { title })
    : news === "off"
      ? say("Called off: {title}", { title })
      : say("The result: {title}", { title })

export const preview = ({ board }: Props & LetterFrame) => say("About {board}.", { board })
