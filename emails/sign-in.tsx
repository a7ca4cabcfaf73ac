import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { url: string; minutes: number }

/** A link that signs its reader in once. */
export default function SignIn(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>Sign in to {props.lio.name}</Heading>
      <Text>
        Somebody, we hope you, asked to sign in with this address. Press the button, then press “Sign in” on
        the page that opens.
      </Text>
      <Button to={props.url}>Sign in</Button>
      <Text>
        The link works once, for {props.minutes} minutes. If you did not ask for it, you can leave this email
        alone.
      </Text>
    </Layout>
  )
}

export const subject = ({ lio }: Props & LetterFrame) => `Your link to sign in to ${lio.name}`

export const preview = ({ minutes }: Props & LetterFrame) => `It works once, for ${minutes} minutes.`
