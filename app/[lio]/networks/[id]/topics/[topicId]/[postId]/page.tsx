import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Markdown } from "@/app/_ui/markdown"
import { found } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { getPost, getTopic } from "@/lib/networks/topics/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../../_parts/frame"
import { editPostForm, hideForm, reportForm, showForm } from "../../../../actions"

/** One post: its author changes it, anybody else reports it, staff hide it. */
export default async function PostPage(props: PageProps) {
  const [frame, { topic, post, keeps }] = await visit(
    props,
    async (ctx, _query, { topicId = "", postId = "" }) => {
      const topic = await getTopic(ctx, topicId)
      return { topic, post: found(await getPost(ctx, topicId, postId)), keeps: mayKeepNetworks(ctx.actor) }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/networks/${topic.networkId}/topics/${topic.id}`
  return (
    <Frame {...frame} title={say("A post in {topic}", { topic: topic.title })} at="networks">
      <BackLink href={at}>{topic.title}</BackLink>
      <h1>
        {post.mine && !post.hidden
          ? say("Change your post")
          : say("A post by {group}", { group: post.group ?? frame.lio.name })}
      </h1>
      {post.hidden ? (
        <>
          <p>
            {say("Staff have hidden this post: {hiddenReason}", { hiddenReason: post.hiddenReason ?? "" })}
          </p>
          <blockquote>
            <Markdown text={post.body} />
          </blockquote>
          <Form action={showForm} lio={lio} submit={say("Show it again")} kind="secondary" id="show">
            <input type="hidden" name="id" value={post.id} />
          </Form>
        </>
      ) : post.mine ? (
        <Form action={editPostForm} lio={lio} values={{ body: post.body }} id="edit">
          <input type="hidden" name="id" value={post.id} />
          <TextArea
            name="body"
            label={say("Your words")}
            rows={8}
            hint={say("It will be marked as edited")}
          />
        </Form>
      ) : (
        <>
          <blockquote>
            <Markdown text={post.body} />
          </blockquote>
          <h2>{say("Report it")}</h2>
          <p>
            {say(
              "Staff will look at it today or the next working day. The author is not told who reported it.",
            )}
          </p>
          <Form action={reportForm} lio={lio} submit={say("Report this post")} kind="secondary" id="report">
            <input type="hidden" name="id" value={post.id} />
            <TextArea name="reason" label={say("What is wrong with it?")} rows={3} />
          </Form>
        </>
      )}
      {keeps && !post.hidden ? (
        <>
          <h2>{say("Hide it")}</h2>
          <p>{say("Its place stays, with your reason. Its words stay in the log.")}</p>
          <Form action={hideForm} lio={lio} submit={say("Hide this post")} kind="danger" id="hide">
            <input type="hidden" name="id" value={post.id} />
            <TextArea name="reason" label={say("Reason, for everybody to read")} rows={2} />
          </Form>
        </>
      ) : null}
    </Frame>
  )
}
