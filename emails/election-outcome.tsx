import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  name: string
  title: string
  board: string
  elected: string[]
  how: "elected" | "runner_up" | "not"
  /** The seat that they take; null while that isn’t decided, and for whoever wasn’t elected. */
  seat: string | null
  url: string
}

/** Tells somebody who stood how it came out, before the groups hear of it. */
export default function ElectionOutcome(props: Props & LetterFrame) {
  const { name, title, board, elected, how, seat, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {how === "elected"
          ? say("{name}, groups have chosen you: {title}, {board}.", { name, title, board })
          : say("{name}, thank you for standing: {title}, {board}. Elected: {elected}.", {
              ...{ name, title, board, elected: inWords(elected) },
            })}
      </Text>
      {how === "elected" ? (
        <Text>
          {seat
            ? say(
                "Your seat is “{seat}”. Another email tells you when your term begins, and where to find the board’s papers and dates.",
                { seat },
              )
            : say("We’ll tell you which seat is yours, and when your term begins.")}
        </Text>
      ) : null}
      {how === "runner_up" ? (
        <Text>{say("You came next. {lio} may ask you to stand in.", { lio: lio.name })}</Text>
      ) : null}
      <Button to={url}>{say("See the result")}</Button>
      <Text>{say("You hear this first. Groups are told within a day.")}</Text>
    </Layout>
  )
}

export const subject = ({ title, how }: Props & LetterFrame) =>
  how === "elected" ? say("You’re elected: {title}", { title }) : say("The result: {title}", { title })

export const preview = ({ board }: Props & LetterFrame) => say("About {board}.", { board })
