import { inWords, say } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  title: string
  board: string
  groups: string[]
  until: string
  url: string
  /** The first; a reminder; the vote was handed to them; voting begins again as the box is lost, or as a vote was cast by others. */
  way: "ballot" | "reminder" | "handed" | "again" | "anew"
}

/** Brings whoever votes for groups to their ballots. */
export default function ElectionBallot(props: Props & LetterFrame) {
  const { title, board, groups, until, url, way } = props
  const named = inWords(groups)
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{subject(props)}</Heading>
      {way === "again" ? (
        <Text>
          {say(
            "We’re sorry: the ballot box can’t be opened any more, so the votes so far can’t be counted. Please vote again, even if you have voted already.",
          )}
        </Text>
      ) : null}
      {way === "anew" ? (
        <Text>
          {say(
            "Somebody voted who doesn’t vote for that group. Votes are secret, so nobody can tell which ballot it was, and voting starts again. Please vote again, even if you have voted already.",
          )}
        </Text>
      ) : null}
      {way === "handed" ? <Text>{say("You now vote on behalf of {groups}.", { groups: named })}</Text> : null}
      <Text>
        {way === "reminder"
          ? say("{groups}: your vote hasn’t come yet. {title}, {board}.", { groups: named, title, board })
          : say("You vote on behalf of {groups}: {title}, {board}.", { groups: named, title, board })}
      </Text>
      <Text>{say("You can vote until {until}, and change your vote until then.", { until })}</Text>
      <Button to={url}>{say("Vote")}</Button>
      <Text>
        {say(
          "You don’t need a password, so please don’t pass this email on. Nobody sees how you vote. If somebody else should vote for your group, you can say so there.",
        )}
      </Text>
    </Layout>
  )
}

export const subject = ({ title, way, until }: Props & LetterFrame) =>
  way === "reminder"
    ? say("{title}: vote until {until}", { title, until })
    : way === "again" || way === "anew"
      ? say("Please vote again: {title}", { title })
      : say("Your vote: {title}", { title })

export const preview = ({ until }: Props & LetterFrame) => say("Open until {until}.", { until })
