import { asPerson } from "@/lib/access/doors"
import { joinNetwork, letIn, openNetwork } from "@/lib/networks/commands"
import { networkInput } from "@/lib/networks/input"
import { replyTo, startTopic } from "@/lib/networks/topics/commands"
import { concludeTopic, pinTopic } from "@/lib/networks/topics/order/commands"
import type { Place } from "./base"
import { NETWORKS, type Said, type StoryNetwork, type StoryTopic } from "./story/networks"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** The topics of the story by their title, for the needs that are raised from them. */
export type Talk = { networks: Map<string, string>; topics: Map<string, string> }

/** The two networks, their groups, and a year of talk, each post on its own day by its own person. */
export async function makeTalk(lio: string, place: Place, now: Date): Promise<Talk> {
  const talk: Talk = { networks: new Map(), topics: new Map() }
  for (const story of NETWORKS) await makeNetwork(lio, place, now, talk, story)
  return talk
}

async function makeNetwork(lio: string, place: Place, now: Date, talk: Talk, story: StoryNetwork) {
  const opening = { now: new Date(now.getTime() - 310 * DAY) }
  const manager = { email: CAST.manager.email }
  const network = await asPerson(
    lio,
    manager,
    (ctx) =>
      openNetwork(
        ctx,
        networkInput.parse({ name: story.name, about: story.about, byRequest: story.byRequest ?? false }),
      ),
    opening,
  )
  talk.networks.set(story.name, network.id)
  for (const name of story.groups) {
    const groupId = place.groups.get(name)?.id ?? ""
    const email = place.voices.get(name)?.lead ?? ""
    await asPerson(lio, { email }, (ctx) => joinNetwork(ctx, { networkId: network.id, groupId }), opening)
    if (story.byRequest)
      await asPerson(lio, manager, (ctx) => letIn(ctx, { networkId: network.id, groupId }), opening)
  }
  for (const topic of story.topics)
    talk.topics.set(topic.title, await makeTopic(lio, place, now, network.id, topic))
}

async function makeTopic(lio: string, place: Place, now: Date, networkId: string, story: StoryTopic) {
  const voice = (said: Said, at: number) => {
    const group = said.as === "cvs" ? null : (place.groups.get(said.as)?.id ?? null)
    const email = said.as === "cvs" ? CAST.worker.email : (place.voices.get(said.as)?.lead ?? "")
    const moment = new Date(now.getTime() - said.day * DAY + (at - 12) * 1_900_000)
    return { groupId: group, who: { email }, opening: { now: moment } }
  }
  const [first, ...replies] = story.posts
  if (!first) throw new Error("A topic of the story says nothing.")
  const begun = voice(first, 0)
  const topic = await asPerson(
    lio,
    begun.who,
    (ctx) => startTopic(ctx, { networkId, title: story.title, body: first.body, groupId: begun.groupId }),
    begun.opening,
  )
  for (const [at, reply] of replies.entries()) {
    const { who, groupId, opening } = voice(reply, at + 1)
    await asPerson(lio, who, (ctx) => replyTo(ctx, { topicId: topic.id, body: reply.body, groupId }), opening)
  }
  const manager = { email: CAST.manager.email }
  if (story.pinned) await asPerson(lio, manager, (ctx) => pinTopic(ctx, { id: topic.id }), begun.opening)
  if (story.summary || story.decision) {
    const said = {
      id: topic.id,
      version: 1,
      summary: story.summary ?? null,
      decision: story.decision ?? null,
    }
    await asPerson(lio, manager, (ctx) => concludeTopic(ctx, said), {
      now: new Date(now.getTime() - 30 * DAY),
    })
  }
  return topic.id
}
