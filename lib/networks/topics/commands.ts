import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { mentions, posts, topics } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { markdownToHtml } from "../../markdown"
import { say, shortened } from "../../words"
import type { EditPost, ReplySaid, TopicSaid } from "../input"
import { mayKeepNetworks } from "../policy"
import { enterNetwork } from "../queries"
import { tellOfPost } from "./letters/commands"
import { mentionsIn, type Nameable } from "./mentions"
import { findPage, getTopic, POSTS_A_PAGE } from "./queries"

/** Who can be named in a network: its groups, and the people who speak for them. */
async function listNameable(ctx: Ctx, networkId: string): Promise<Nameable[]> {
  const rows = await ctx.tx.execute<Nameable>(sql`
    select 'group' as kind, g.id, g.name from network_groups j join groups g on g.id = j.group_id
    where j.network_id = ${networkId} and j.joined_at is not null and j.left_at is null
    union
    select 'person', p.id, p.name from network_groups j join roles r on r.group_id = j.group_id and r.speaks is not null and ${isHeld(ctx)}
      join people p on p.id = r.person_id and p.left_at is null
    where j.network_id = ${networkId} and j.joined_at is not null and j.left_at is null
    union
    select 'person', p.id, p.name from staff s join people p on p.id = s.person_id where s.ended_at is null`)
  return [...rows]
}

function speakerOf(ctx: Ctx, groupId: string | null, ownGroups: { id: string }[]) {
  const person = found(personOf(ctx.actor))
  if (groupId && !ownGroups.some((group) => group.id === groupId)) {
    throw new RuleBroken(say("Choose a group of yours that is in this network."), "groupId")
  }
  if (!groupId && !mayKeepNetworks(ctx.actor))
    throw new RuleBroken(say("Choose for which group you speak."), "groupId")
  return { personId: person.personId, groupId }
}

async function render(ctx: Ctx, networkId: string, body: string) {
  const nameable = await listNameable(ctx, networkId)
  const named = mentionsIn(body, nameable)
  const groups = `/${ctx.lio.slug}/networks/${networkId}/groups`
  const links = Object.fromEntries(
    named.map(({ kind, id, name }) => [name, kind === "group" ? `${groups}#${id}` : groups]),
  )
  return { named, html: markdownToHtml(body, links) }
}

async function writePost(
  ctx: Ctx,
  topic: { id: string; networkId: string; title: string },
  speaker: { personId: string; groupId: string | null },
  body: string,
) {
  const { named, html } = await render(ctx, topic.networkId, body)
  const [made] = await ctx.tx
    .insert(posts)
    .values({ lioId: ctx.lio.id, topicId: topic.id, ...speaker, body, html, createdAt: ctx.now })
    .returning({ id: posts.id })
  const { id } = found(made)
  await nameThem(ctx, id, named)
  await tellOfPost(ctx, id)
  return id
}

/** Notes whom a post names. */
async function nameThem(ctx: Ctx, postId: string, named: Nameable[]) {
  if (named.length === 0) return
  await ctx.tx.insert(mentions).values(
    named.map(({ kind, id }) => ({
      lioId: ctx.lio.id,
      postId,
      personId: kind === "person" ? id : null,
      groupId: kind === "group" ? id : null,
    })),
  )
}

/** The same after a change: who is named for the first time is told. */
async function nameNewly(ctx: Ctx, postId: string, named: Nameable[]) {
  const before = await ctx.tx.delete(mentions).where(eq(mentions.postId, postId)).returning()
  await nameThem(ctx, postId, named)
  const fresh = named.filter(({ id }) => !before.some((one) => (one.personId ?? one.groupId) === id))
  if (fresh.length > 0)
    await tellOfPost(
      ctx,
      postId,
      fresh.map(({ id }) => id),
    )
}

const refuseClosed = (topic: { networkClosed: boolean }) =>
  new RuleBroken(
    topic.networkClosed
      ? say("This network is closed. Nothing more is said in it.")
      : say("This topic is closed. Begin a new one if there is more to say."),
  )

/** Begins a topic in a network, for a group of one's own or, as staff, for the LIO. */
export async function startTopic(ctx: Ctx, input: TopicSaid) {
  const network = await enterNetwork(ctx, input.networkId)
  if (network.closedAt) throw new RuleBroken(say("This network is closed. Nothing more is said in it."))
  const speaker = speakerOf(ctx, input.groupId, network.joined)
  const [made] = await ctx.tx
    .insert(topics)
    .values({
      lioId: ctx.lio.id,
      networkId: network.id,
      title: input.title,
      ...speaker,
      createdAt: ctx.now,
      lastPostAt: ctx.now,
    })
    .returning({ id: topics.id })
  const topic = { id: found(made).id, networkId: network.id, title: input.title }
  const first = await writePost(ctx, topic, speaker, input.body)
  await readTopic(ctx, topic.id, first)
  await record(ctx, {
    what: "topic.started",
    subject: ["topic", topic.id],
    groupIds: speaker.groupId ? [speaker.groupId] : [],
    summary: say("Began a topic in {network}: {title}", { network: network.name, title: input.title }),
  })
  return topic
}

/** Replies in a topic. */
export async function replyTo(ctx: Ctx, input: ReplySaid) {
  const topic = await getTopic(ctx, input.topicId)
  if (topic.closedAt) throw refuseClosed(topic)
  const speaker = speakerOf(ctx, input.groupId, topic.ownGroups)
  const [row] = await ctx.tx
    .update(topics)
    .set({ lastPostAt: ctx.now, posts: sql`${topics.posts} + 1` })
    .where(and(eq(topics.id, topic.id), isNull(topics.closedAt)))
    .returning({ posts: topics.posts })
  if (!row) throw refuseClosed(topic)
  const id = await writePost(ctx, topic, speaker, input.body)
  await readTopic(ctx, topic.id, id)
  await record(ctx, {
    what: "post.written",
    subject: ["topic", topic.id],
    groupIds: speaker.groupId ? [speaker.groupId] : [],
    summary: say("Replied in “{topic}”: {body}", { topic: topic.title, body: shortened(input.body, 90) }),
  })
  return { id, topicId: topic.id, networkId: topic.networkId, page: Math.ceil(row.posts / POSTS_A_PAGE) }
}

/** Says one's own post better; the mark "edited" stays on it, and the log keeps what it said. */
export async function editPost(ctx: Ctx, input: EditPost) {
  const [row] = await ctx.tx.select().from(posts).where(eq(posts.id, input.id))
  const post = found(row)
  const topic = await getTopic(ctx, post.topicId)
  ensure(
    post.personId === personOf(ctx.actor)?.personId && !post.hiddenAt,
    say("You can only change what you wrote yourself."),
  )
  if (topic.closedAt) throw refuseClosed(topic)
  const { named, html } = await render(ctx, topic.networkId, input.body)
  await ctx.tx.update(posts).set({ body: input.body, html, editedAt: ctx.now }).where(eq(posts.id, post.id))
  await nameNewly(ctx, post.id, named)
  await record(ctx, {
    what: "post.edited",
    subject: ["post", post.id],
    summary: say("Changed a post in “{topic}”", { topic: topic.title }),
    from: { body: post.body },
    to: { body: input.body },
  })
  return { topicId: topic.id, networkId: topic.networkId, ...(await findPage(ctx, post)) }
}

/** Notes that the asker has read a topic down to one post. */
export async function readTopic(ctx: Ctx, topicId: string, postId: string) {
  const personId = personOf(ctx.actor)?.personId
  if (!personId) return
  await ctx.tx.execute(sql`
    insert into topic_reads as r (lio_id, topic_id, person_id, read_at)
    select p.lio_id, p.topic_id, ${personId}, p.created_at from posts p where p.id = ${postId} and p.topic_id = ${topicId}
    on conflict (lio_id, topic_id, person_id) do update set read_at = excluded.read_at
    where r.read_at is null or r.read_at < excluded.read_at`)
}
