import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = { title: string; group: string; by: string; closes: string; url: string }

/** Tells a group's lead that its answers wait to be read and sent. */
export default function ConsultationReady(props: Props & LetterFrame) {
  const { title, group, by, closes, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{title}</Heading>
      <Text>
        {by} says that the answers of {group} are ready. Please read them and send them. Only you, as lead,
        can do that. It counts only once it is sent.
      </Text>
      <Button to={url}>Read and send the answers</Button>
      <Text>It is open until {closes}.</Text>
    </Layout>
  )
}

export const subject = ({ title, group }: Props & LetterFrame) => `Ready to send for ${group}: ${title}`

export const preview = ({ by, closes }: Props & LetterFrame) =>
  `${by} says it is ready. Open until ${closes}.`
