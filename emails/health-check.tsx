import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { group: string; again: boolean; url: string }

/** Asks a group for a health check; several people may answer it by their own links. */
export default function HealthCheck(props: Props & LetterFrame) {
  const { group, again, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      <Text>
        {again
          ? say("The same questions as last time show how far {group} has come, and what to do next.", {
              group,
            })
          : say("A few questions show where {group} stands well, and what would help next.", { group })}
      </Text>
      <Button to={url}>{say("Open the health check")}</Button>
      <Text>
        {say(
          "You don’t need a password. Each answer is saved, so you can stop and come back, and others from your group can go on where you left off.",
        )}
      </Text>
      <Text>
        {say(
          "The answers belong to your group. {lio} sees them only if you agree, and you can change your mind later with this link.",
          { lio: lio.name },
        )}
      </Text>
    </Layout>
  )
}

export const subject = ({ group, again }: Props & LetterFrame) =>
  again
    ? say("Health check for {group}: how far have you come?", { group })
    : say("A health check for {group}", { group })

export const preview = ({ lio }: Props & LetterFrame) =>
  say("Questions from {lio} about how your group is run.", { lio: lio.name })
