import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Quote, Text } from "./_parts/words"

export type Props = { title: string; groups: string[]; reason: string; url: string }

/** Tells a group that was asked that it needn't answer any more, and why. */
export default function ConsultationStopped(props: Props & LetterFrame) {
  const { title, groups, reason, url, lio } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("We’ve stopped this consultation: {title}", { title })}</Heading>
      <Text>
        {say("{lio} asked {groups} to answer this consultation. We’ve stopped it, and here’s why:", {
          lio: lio.name,
          groups: inWords(groups),
        })}
      </Text>
      <Quote>{reason}</Quote>
      <Button to={url}>{say("See what was asked")}</Button>
      <Text>{say("You don’t need to do anything. Any answers you sent won’t be used.")}</Text>
    </Layout>
  )
}

export const subject = ({ title }: Props & LetterFrame) => say("Stopped: {title}", { title })

export const preview = ({ reason }: Props & LetterFrame) => reason.slice(0, 140)
