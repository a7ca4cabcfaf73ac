import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  title: string
  group: string
  by: string
  closes: string
  url: string
  /** The reader’s group signs with two, and `by` was the first. */
  second?: boolean
}

/** Tells a group's lead that its answers wait to be read and sent. */
export default function ConsultationReady(props: Props & LetterFrame) {
  const { title, group, by, closes, url, second } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {second
          ? say(
              "{by} has signed the answers of {group}. Your group needs two signatures, so please read the answers and sign them too. They don’t count until you do.",
              { by, group },
            )
          : say(
              "{by} says that the answers of {group} are ready. Please read them and send them. Only you, as lead, can do that. It counts only once it is sent.",
              { by, group },
            )}
      </Text>
      <Button to={url}>{say("Read and send the answers")}</Button>
      <Text>{say("It is open until {closes}.", { closes })}</Text>
    </Layout>
  )
}

export const subject = ({ title, group }: Props & LetterFrame) =>
  say("Ready to send for {group}: {title}", { group, title })

export const preview = ({ by, closes }: Props & LetterFrame) =>
  say("{by} says it is ready. Open until {closes}.", { by, closes })
