import { LEVELS } from "@/db/vocabulary"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { level: keyof typeof LEVELS; url: string }

/** Tells somebody that they now work in Trellis for the LIO. */
export default function StaffInvitation(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>Welcome to {props.lio.name}</Heading>
      <Text>
        You can now sign in to {props.lio.name} as {LEVELS[props.level].toLowerCase()}. There is no password:
        type this email address, and we send you a link.
      </Text>
      <Button to={props.url}>Open {props.lio.name}</Button>
    </Layout>
  )
}

export const subject = ({ lio }: Props & LetterFrame) => `You can now sign in to ${lio.name}`

export const preview = (_: Props & LetterFrame) => "There is no password: we send you a link each time."
