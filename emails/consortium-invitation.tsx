import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { group: string; by: string; title: string; url: string }

/** Asks the leads of a group to bid together with others. */
export default function ConsortiumInvitation(props: Props & LetterFrame) {
  const { group, by, title, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>{say("{by} asks {group} to bid together for “{title}”.", { by, group, title })}</Text>
      <Text>
        {say(
          "If you say yes, you choose who comes in for your group. What’s written in the room is seen by the people in it, and by nobody else: not by other groups, and not by our staff.",
        )}
      </Text>
      <Button to={url}>{say("Read the invitation")}</Button>
    </Layout>
  )
}

export const subject = ({ by }: Props & LetterFrame) => say("{by} asks you to bid together", { by })

export const preview = ({ title }: Props & LetterFrame) =>
  say("For “{title}”. Sign in to say yes or no.", { title })
