import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { getTopic } from "@/lib/networks/topics/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../../_parts/frame"
import { concludeForm, pinTopicForm, turnTopicForm } from "../../../../actions"

/** What staff do for a topic: sum it up, keep it on top, close it. */
export default async function TopicOrder(props: PageProps) {
  const [frame, topic] = await visit(props, async (ctx, _query, { topicId = "" }) => {
    ensure(mayKeepNetworks(ctx.actor))
    return getTopic(ctx, topicId)
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Sum up: {topic}", { topic: topic.title })} at="networks">
      <BackLink href={`/${lio}/networks/${topic.networkId}/topics/${topic.id}`}>{topic.title}</BackLink>
      <h1>{say("Sum up, pin or close")}</h1>
      <Form
        action={concludeForm}
        lio={lio}
        values={{ summary: topic.summary, decision: topic.decision, version: topic.version }}
        id="conclude"
      >
        <input type="hidden" name="id" value={topic.id} />
        <HiddenField name="version" />
        <TextArea
          name="decision"
          label={say("What was decided")}
          hint={say("A new decision is emailed to those who spoke here")}
          rows={3}
          optional
        />
        <TextArea
          name="summary"
          label={say("In short")}
          hint={say("For those who come later, so that they need not read it all")}
          optional
        />
      </Form>
      <h2>{say("On top of its network")}</h2>
      <Form
        action={pinTopicForm}
        lio={lio}
        submit={topic.pinned ? say("Let it down again") : say("Keep it on top")}
        kind="secondary"
        id="pin"
      >
        <input type="hidden" name="id" value={topic.id} />
      </Form>
      {topic.networkClosed ? null : (
        <>
          <h2>{say("Replies")}</h2>
          <Form
            action={turnTopicForm}
            lio={lio}
            submit={topic.closedAt ? say("Open it again") : say("Close it to replies")}
            kind="secondary"
            id="turn"
          >
            <input type="hidden" name="id" value={topic.id} />
          </Form>
        </>
      )}
    </Frame>
  )
}
