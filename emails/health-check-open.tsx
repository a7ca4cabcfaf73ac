import { say, sayCount } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { group: string; left: number; all: number; url: string }

/** Reminds a group, once, of a health check that it hasn’t finished. */
export default function HealthCheckOpen(props: Props & LetterFrame) {
  const { left, all, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {left === 0
          ? say("Every question has an answer. All that’s left is to hand it in.")
          : left < all
            ? sayCount(left, {
                one: "{count} question is still open. What your group has answered is kept.",
                other: "{count} questions are still open. What your group has answered is kept.",
              })
            : say("You can begin whenever it suits you, and stop and come back.")}
      </Text>
      <Button to={url}>{say("Go on with the health check")}</Button>
      <Text>
        {say(
          "If you’d rather answer the questions together with us, or not at all, just tell us. We won’t remind you again.",
        )}
      </Text>
      <Text>
        {say("The answers belong to your group. {lio} sees them only if you agree.", { lio: lio.name })}
      </Text>
    </Layout>
  )
}

export const subject = ({ group }: Props & LetterFrame) =>
  say("The health check of {group} is still open", { group })

export const preview = ({ lio }: Props & LetterFrame) =>
  say("Your answers are kept. {lio} won’t remind you again.", { lio: lio.name })
