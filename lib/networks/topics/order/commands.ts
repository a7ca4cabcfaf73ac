import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { posts, topicReads, topics } from "@/db/schema"
import { type Ctx, personOf } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { leaveForStaff } from "../../../tasks/commands"
import { shortened } from "../../../words"
import type { AboutPost, Conclude, WatchTopic } from "../../input"
import { mayKeepNetworks } from "../../policy"
import { getTopic } from "../queries"

const REFUSED = "Only workers and managers keep order in networks."

async function kept(ctx: Ctx, topicId: string) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  return getTopic(ctx, topicId)
}

/** Puts a summary and a decision on top of a topic, for those who come later. */
export async function concludeTopic(ctx: Ctx, { id, summary, decision }: Conclude) {
  const topic = await kept(ctx, id)
  await ctx.tx.update(topics).set({ summary, decision }).where(eq(topics.id, id))
  await record(ctx, {
    what: "topic.concluded",
    subject: ["topic", id],
    summary: `Summed up “${topic.title}”`,
    to: { summary, decision },
  })
  return topic
}

/** Keeps a topic on top of its network, or lets it down again. */
export async function pinTopic(ctx: Ctx, { id }: { id: string }) {
  const topic = await kept(ctx, id)
  await ctx.tx
    .update(topics)
    .set({ pinnedAt: topic.pinned ? null : ctx.now })
    .where(eq(topics.id, id))
  return topic
}

/** Closes a topic to replies, or opens it again. */
export async function turnTopic(ctx: Ctx, { id }: { id: string }) {
  const topic = await kept(ctx, id)
  await ctx.tx
    .update(topics)
    .set({ closedAt: topic.closedAt ? null : ctx.now })
    .where(eq(topics.id, id))
  await record(ctx, {
    what: topic.closedAt ? "topic.reopened" : "topic.closed",
    subject: ["topic", id],
    summary: `${topic.closedAt ? "Opened again" : "Closed"} the topic “${topic.title}”`,
  })
  return topic
}

async function topicOfPost(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select({ topicId: posts.topicId, body: posts.body })
    .from(posts)
    .where(eq(posts.id, id))
  const post = found(row)
  return { ...post, topic: await getTopic(ctx, post.topicId) }
}

/** Hides a post with a reason that everybody can read; its words stay in the log. */
export async function hidePost(ctx: Ctx, { id, reason }: AboutPost) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const { topic, body } = await topicOfPost(ctx, id)
  const [hidden] = await ctx.tx
    .update(posts)
    .set({ hiddenAt: ctx.now, hiddenReason: reason })
    .where(and(eq(posts.id, id), isNull(posts.hiddenAt)))
    .returning({ id: posts.id })
  if (!hidden) throw new RuleBroken("This post is hidden already.")
  await record(ctx, {
    what: "post.hidden",
    subject: ["post", id],
    summary: `Hid a post in “${topic.title}”: ${reason}`,
    from: { body },
  })
  return topic
}

/** Reports a post to staff: it becomes a next step for them. */
export async function reportPost(ctx: Ctx, { id, reason }: AboutPost) {
  const { topic, body } = await topicOfPost(ctx, id)
  const name = found(personOf(ctx.actor)).name
  const where = `/networks/${topic.networkId}/topics/${topic.id}#${id}`
  await leaveForStaff(
    ctx,
    `Look at a post that ${name} reported in “${shortened(topic.title, 80)}”: ${shortened(reason, 160)} (${where})`,
  )
  await record(ctx, {
    what: "post.reported",
    subject: ["post", id],
    summary: `Reported a post in “${topic.title}”: ${reason}`,
    from: { body },
  })
  return topic
}

/** Says how much one wants to hear of one topic; null: as of its network. */
export async function watchTopic(ctx: Ctx, { id, level }: WatchTopic) {
  const topic = await getTopic(ctx, id)
  const personId = found(personOf(ctx.actor)).personId
  await ctx.tx
    .insert(topicReads)
    .values({ lioId: ctx.lio.id, topicId: id, personId, level })
    .onConflictDoUpdate({
      target: [topicReads.lioId, topicReads.topicId, topicReads.personId],
      set: { level },
    })
  return topic
}
