import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { events, posts, topicReads, topics } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import { type Ctx, personOf } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { leaveForStaff } from "../../../tasks/commands"
import { say, shortened } from "../../../words"
import { type AboutPost, type Conclude, different, type WatchTopic } from "../../input"
import { mayKeepNetworks } from "../../policy"
import { tellOfDecision } from "../letters/commands"
import { getTopic } from "../queries"

const REFUSED = say("Only workers and managers keep order in networks.")

async function topicToKeep(ctx: Ctx, topicId: string) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  return getTopic(ctx, topicId)
}

/**
 * Puts a summary and a decision on top of a topic, for those who come later; a new decision is told to those who spoke.
 * Refused when somebody saved it after `version`: both are then shown.
 */
export async function concludeTopic(ctx: Ctx, { id, version, summary, decision }: Conclude) {
  const topic = await topicToKeep(ctx, id)
  const news = decision !== topic.decision
  const [saved] = await ctx.tx
    .update(topics)
    .set({
      summary,
      decision,
      version: version + 1,
      ...(news ? { decidedAt: decision ? ctx.now : null } : {}),
    })
    .where(and(eq(topics.id, id), eq(topics.version, version)))
    .returning({ id: topics.id })
  if (!saved) {
    throw new RuleBroken(
      say(
        "Somebody summed this topic up while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
      ),
      undefined,
      {
        ...different({ summary: topic.summary, decision: topic.decision }, { summary, decision }),
        version: String(topic.version),
      },
    )
  }
  if (news && decision) await tellOfDecision(ctx, topic, decision)
  await record(ctx, {
    what: "topic.concluded",
    subject: ["topic", id],
    summary: say("Summed up “{topic}”", { topic: topic.title }),
    from: { summary: topic.summary, decision: topic.decision },
    to: { summary, decision },
  })
  return topic
}

/** Keeps a topic on top of its network, or lets it down again. */
export async function pinTopic(ctx: Ctx, { id }: { id: string }) {
  const topic = await topicToKeep(ctx, id)
  await ctx.tx
    .update(topics)
    .set({ pinnedAt: topic.pinned ? null : ctx.now })
    .where(eq(topics.id, id))
  await record(ctx, {
    what: topic.pinned ? "topic.unpinned" : "topic.pinned",
    subject: ["topic", id],
    summary: `${topic.pinned ? say("Let down") : say("Kept on top")}: “${topic.title}”`,
  })
  return topic
}

/** Closes a topic to replies, or opens it again. */
export async function turnTopic(ctx: Ctx, { id }: { id: string }) {
  const topic = await topicToKeep(ctx, id)
  if (topic.networkClosed) throw new RuleBroken(say("The whole network is closed."))
  await ctx.tx
    .update(topics)
    .set({ closedAt: topic.closedAt ? null : ctx.now })
    .where(eq(topics.id, id))
  await record(ctx, {
    what: topic.closedAt ? "topic.reopened" : "topic.closed",
    subject: ["topic", id],
    summary: topic.closedAt
      ? say("Opened again the topic “{title}”", { title: topic.title })
      : say("Closed the topic “{title}”", { title: topic.title }),
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
  if (!hidden) throw new RuleBroken(say("This post is hidden already."))
  await record(ctx, {
    what: "post.hidden",
    subject: ["post", id],
    summary: say("Hid a post in “{topic}”: {reason}", { topic: topic.title, reason }),
    from: { body },
  })
  return topic
}

/** Shows a hidden post again. */
export async function showPost(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const { topic } = await topicOfPost(ctx, id)
  const [shown] = await ctx.tx
    .update(posts)
    .set({ hiddenAt: null, hiddenReason: null })
    .where(and(eq(posts.id, id), isNotNull(posts.hiddenAt)))
    .returning({ id: posts.id })
  if (!shown) throw new RuleBroken(say("This post is shown already."))
  await record(ctx, {
    what: "post.shown",
    subject: ["post", id],
    summary: say("Showed a post in “{topic}” again", { topic: topic.title }),
  })
  return topic
}

/** Reports a post to staff: it becomes a task for them, once from each person. */
export async function reportPost(ctx: Ctx, { id, reason }: AboutPost) {
  const { topic, body } = await topicOfPost(ctx, id)
  const { name, personId } = found(personOf(ctx.actor))
  const [before] = await readingAll(ctx, "whether this person has reported the post before", () =>
    ctx.tx
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          eq(events.what, "post.reported"),
          eq(events.subjectKind, "post"),
          eq(events.subjectId, id),
          eq(events.actorId, personId),
        ),
      ),
  )
  if (before) throw new RuleBroken(say("You have reported this post already. Staff will look at it."))
  const where = `/networks/${topic.networkId}/topics/${topic.id}#${id}`
  await leaveForStaff(ctx, [
    {
      what: say("Look at a post that {name} reported in “{topic}”: {reason} ({where})", {
        name,
        topic: shortened(topic.title, 80),
        reason: shortened(reason, 160),
        where,
      }),
    },
  ])
  await record(ctx, {
    what: "post.reported",
    subject: ["post", id],
    summary: say("Reported a post in “{topic}”: {reason}", { topic: topic.title, reason }),
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
