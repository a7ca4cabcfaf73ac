import { say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { by: string }

/** Says nothing but that emails arrive. */
export default function TestEmail(props: Props & LetterFrame) {
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Your emails arrive")}</Heading>
      <Text>
        {say(
          "{by} sent this from Trellis to try out the email settings of {lio}. If you can read it, they work, and there’s nothing more to do.",
          { by: props.by, lio: props.lio.name },
        )}
      </Text>
      <Button to={`${props.appUrl}/${props.lio.slug}/settings/email`}>
        {say("Open the email settings")}
      </Button>
      <Text>
        {say(
          "Did it go to your spam folder? Then ask whoever looks after your domain about SPF, DKIM and DMARC.",
        )}
      </Text>
    </Layout>
  )
}

export const subject = ({ lio }: Props & LetterFrame) => say("Test email from {lio}", { lio: lio.name })

export const preview = (_: Props & LetterFrame) => say("If you can read this, your email settings work.")
