import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { url: string; minutes: number }

/** A link that signs its reader in once. */
export default function SignIn(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Sign in to {lio}", { lio: props.lio.name })}</Heading>
      <Text>
        {say(
          "Somebody, probably you, asked to sign in with this address. Press the button, then press “Sign in” on the page that opens.",
        )}
      </Text>
      <Button to={props.url}>{say("Sign in")}</Button>
      <Text>
        {say(
          "The link works once, for {minutes} minutes. If you did not ask for it, you can leave this email alone.",
          { minutes: props.minutes },
        )}
      </Text>
    </Layout>
  )
}

export const subject = ({ lio }: Props & LetterFrame) =>
  say("Your link to sign in to {lio}", { lio: lio.name })

export const preview = ({ minutes }: Props & LetterFrame) =>
  say("It works once, for {minutes} minutes.", { minutes })
