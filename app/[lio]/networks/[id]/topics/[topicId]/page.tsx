import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import { WATCH_LEVELS } from "@/db/vocabulary"
import { NotFound } from "@/lib/errors"
import { pageIn } from "@/lib/input"
import { mayReadNeeds } from "@/lib/needs/policy"
import { listNeedsHeardIn } from "@/lib/needs/queries"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { readTopic } from "@/lib/networks/topics/commands"
import { findNews, getTopic, listPosts, POSTS_A_PAGE } from "@/lib/networks/topics/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../../_parts/frame"
import { HeardHere } from "../../../../needs/_parts/heard-here"
import { PostCard } from "../../../_parts/post"
import { SpeakFor } from "../../../_parts/speak-for"
import { replyForm, watchTopicForm } from "../../../actions"

/** One topic: what was decided on top, then what was said, oldest first, and a place to reply. */
export default async function TopicPage(props: PageProps) {
  const [frame, { topic, posts, news, needs, page, keeps }] = await visit(
    props,
    async (ctx, query, { id = "", topicId = "" }) => {
      const page = pageIn(query.page)
      const [topic, posts, news] = await Promise.all([
        getTopic(ctx, topicId),
        listPosts(ctx, topicId, page),
        findNews(ctx, topicId),
      ])
      if (topic.networkId !== id) throw new NotFound(say("There is nothing here."))
      const last = posts.at(-1)
      if (last && last.at > (topic.readAt ?? new Date(0))) await readTopic(ctx, topicId, last.id)
      const needs = mayReadNeeds(ctx.actor) ? await listNeedsHeardIn(ctx, { topicId }) : []
      return { topic, posts, news, needs, page, keeps: mayKeepNetworks(ctx.actor) }
    },
    { reads: false },
  )
  const lio = frame.lio.slug
  const network = `/${lio}/networks/${topic.networkId}`
  const at = `${network}/topics/${topic.id}`
  const speaks = !topic.closedAt && (keeps || topic.ownGroups.length > 0)
  return (
    <Frame {...frame} title={topic.title} at="networks">
      <BackLink href={network}>{topic.network}</BackLink>
      <h1>{topic.title}</h1>
      {topic.pinned || topic.closedAt ? (
        <p>
          {topic.pinned ? <Tag>{say("Pinned")}</Tag> : null}{" "}
          {topic.closedAt ? <Tag>{say("Closed to replies")}</Tag> : null}
        </p>
      ) : null}
      {keeps ? (
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={`${at}/order`} kind="secondary">
            {say("Sum up, pin or close")}
          </ButtonLink>
        </p>
      ) : null}
      {topic.decision || topic.summary ? (
        <div className="card mb-6 max-w-3xl bg-leaf-wash">
          {topic.decision ? (
            <>
              <h2 className="mt-0">{say("Decided")}</h2>
              <p className="whitespace-pre-line">{topic.decision}</p>
            </>
          ) : null}
          {topic.summary ? (
            <>
              <h2 className="mt-0">{say("In short")}</h2>
              <p className="mb-0 whitespace-pre-line">{topic.summary}</p>
            </>
          ) : null}
        </div>
      ) : null}
      {news ? (
        <p>
          <a href={`${at}${news.page > 1 ? `?page=${news.page}` : ""}#${news.id}`}>
            {sayCount(news.count, {
              one: "{count} new post since you were last here",
              other: "{count} new posts since you were last here",
            })}
          </a>
        </p>
      ) : null}
      <Static as="ol" className="list-none p-0">
        {posts.map((post) => (
          <PostCard
            key={post.id}
            post={post}
            lioName={frame.lio.name}
            href={`${at}/${post.id}`}
            keeps={keeps}
          />
        ))}
      </Static>
      {topic.posts > POSTS_A_PAGE ? (
        <Pagination place={{ path: at }} page={page} perPage={POSTS_A_PAGE} total={topic.posts} />
      ) : null}
      {speaks ? (
        <>
          <h2 id="reply">{say("Reply")}</h2>
          <Form action={replyForm} lio={lio} submit={say("Post your reply")} id="re">
            <input type="hidden" name="topicId" value={topic.id} />
            <SpeakFor ownGroups={topic.ownGroups} lioName={frame.lio.name} staff={keeps} />
            <TextArea
              name="body"
              label={say("Your reply")}
              rows={6}
              hint={say("@ and a name tells that person or group")}
            />
          </Form>
        </>
      ) : topic.networkClosed ? (
        <p>{say("This network is closed. It can be read, and nothing more is said in it.")}</p>
      ) : topic.closedAt && (keeps || topic.ownGroups.length > 0) ? (
        <p>
          {sayRich("This topic is closed. <link>Begin a new one</link> if there is more to say.", {
            link: (text) => <a href={`${network}/new`}>{text}</a>,
          })}
        </p>
      ) : null}
      <HeardHere lio={lio} from="topic" id={topic.id} needs={needs} keeps={keeps} />
      <Form
        fold={say("How much you hear of this topic")}
        action={watchTopicForm}
        lio={lio}
        values={{ level: topic.level ?? "" }}
        kind="secondary"
        id="watch"
      >
        <input type="hidden" name="id" value={topic.id} />
        <Radios
          name="level"
          legend={say("Email me")}
          options={[
            { value: "", label: say("As for the whole network") },
            ...Object.entries(WATCH_LEVELS).map(([value, label]) => ({ value, label })),
          ]}
        />
      </Form>
    </Frame>
  )
}
