import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  url: string
  minutes: number
  /** Its reader is signed in already, and shows that the address is right. */
  confirms?: boolean
}

/** A link that signs its reader in once. */
export default function SignIn(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{heading(props)}</Heading>
      <Text>
        {props.confirms
          ? say(
              "You’ve set up {lio} with this address. Press the button, then press “Sign in” on the page that opens: that shows the address is right, and that our emails reach you.",
              { lio: props.lio.name },
            )
          : say(
              "Somebody, probably you, asked to sign in with this address. Press the button, then press “Sign in” on the page that opens.",
            )}
      </Text>
      <Button to={props.url}>{props.confirms ? say("Confirm your address") : say("Sign in")}</Button>
      <Text>
        {say(
          "The link works once, for {minutes} minutes. If you did not ask for it, you can leave this email alone.",
          { minutes: props.minutes },
        )}
      </Text>
    </Layout>
  )
}

const heading = ({ lio, confirms }: Props & LetterFrame) =>
  confirms ? say("Confirm your email address") : say("Sign in to {lio}", { lio: lio.name })

export const subject = ({ lio, confirms }: Props & LetterFrame) =>
  confirms
    ? say("Confirm your email address for {lio}", { lio: lio.name })
    : say("Your link to sign in to {lio}", { lio: lio.name })

export const preview = ({ minutes }: Props & LetterFrame) =>
  say("It works once, for {minutes} minutes.", { minutes })
