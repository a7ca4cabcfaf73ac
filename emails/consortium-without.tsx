import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

/** `reason`: what those who lead have to say to a group that they removed; null: only its invitation was withdrawn. */
export type Props = { by: string; title: string; reason: string | null; url: string }

/** Tells the leads of a group that others bid without it. */
export default function ConsortiumWithout(props: Props & LetterFrame) {
  const { by, title, reason, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      {reason ? (
        <>
          <Text>
            {say("Your group is no longer bidding together with {by} for “{title}”. They say:", {
              by,
              title,
            })}
          </Text>
          <Quote>{reason}</Quote>
          <Text>
            {say(
              "The people of your group can’t open the room any more. What they wrote there stays, with their names.",
            )}
          </Text>
        </>
      ) : (
        <Text>{say("{by} has withdrawn its invitation to bid together for “{title}”.", { by, title })}</Text>
      )}
      <Button to={url}>{say("See your rooms")}</Button>
    </Layout>
  )
}

export const subject = ({ by, reason }: Props & LetterFrame) =>
  reason ? say("{by} bids without your group", { by }) : say("{by} has withdrawn its invitation", { by })

export const preview = ({ title }: Props & LetterFrame) => say("It’s about “{title}”.", { title })
