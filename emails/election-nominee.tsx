import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  name: string
  group: string
  title: string
  board: string
  agreed: boolean
  /** What it is that they say yes to, and until when they can: a paragraph each. */
  words: string[]
  url: string
}

/** Asks somebody who was put up whether they want to stand; or confirms that they do. */
export default function ElectionNominee(props: Props & LetterFrame) {
  const { name, group, title, board, agreed, words, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {agreed
          ? say("{name}, you’ve put yourself up for {group}: {title}, {board}.", {
              name,
              group,
              title,
              board,
            })
          : say("{name}, {group} would like you to stand: {title}, {board}.", { name, group, title, board })}
      </Text>
      {words.map((one) => (
        <Text key={one}>{one}</Text>
      ))}
      <Button to={url}>{agreed ? say("See or change it") : say("Say whether you want to stand")}</Button>
      <Text>
        {say("You can withdraw with this link any time before voting opens. You don’t need a password.")}
      </Text>
    </Layout>
  )
}

export const subject = ({ title, agreed }: Props & LetterFrame) =>
  agreed ? say("You’re standing: {title}", { title }) : say("Do you want to stand? {title}", { title })

export const preview = ({ board }: Props & LetterFrame) => say("About {board}.", { board })
