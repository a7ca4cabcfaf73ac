import { z } from "zod"
import { keys, WATCH_LEVELS } from "@/db/vocabulary"
import { ticked, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** A network as staff open or change it. `byRequest`: groups ask, and staff let them in. */
export const networkInput = z.object({
  name: wordsSaid(say("Enter the name of the network"), 120),
  about: wordsMaybe(2000),
  byRequest: ticked(),
})
export type NetworkSaid = z.output<typeof networkInput>
const version = z.coerce.number().int()
/** The same for a network that is there, with the version that was changed. */
export const changeNetworkInput = networkInput.extend({ id: z.uuid(), version })
export type ChangeNetwork = z.output<typeof changeNetworkInput>

/** What somebody else saved, where it is not what is said now. */
export function different(saved: Record<string, string | null>, changed: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(saved)
      .filter(([field, words]) => (changed[field] ?? null) !== words)
      .map(([field, words]) => [field, words ?? ""]),
  )
}

/** A network is closed, or opened again. */
export const turnNetworkInput = z.object({ id: z.uuid(), to: z.enum(["closed", "open"]) })
export type TurnNetwork = z.infer<typeof turnNetworkInput>

/** A group and a network. */
export const placeInput = z.object({
  networkId: z.uuid(),
  groupId: z.uuid({ error: say("Choose for which group") }),
})
export type Place = z.infer<typeof placeInput>
/** Why a group that asked is not let in. */
export const turnAwayInput = placeInput.extend({
  reason: wordsSaid(say("Enter why, so that the group can be told"), 500),
})
export type TurnAway = z.output<typeof turnAwayInput>

/** How much one wants to hear of a network. */
export const watchInput = z.object({
  networkId: z.uuid(),
  level: z.enum(keys(WATCH_LEVELS), { error: say("Choose how much you want to hear") }),
})
export type Watch = z.infer<typeof watchInput>

/** For which group one speaks: a group's id, or nothing for the LIO itself. */
const asGroup = z
  .union([z.literal(""), z.uuid()])
  .nullish()
  .transform((id) => id || null)
const body = wordsSaid(say("Enter what you want to say"), 20_000)

/** A new topic. */
export const topicInput = z.object({
  networkId: z.uuid(),
  title: wordsSaid(say("Enter a title"), 200),
  body,
  groupId: asGroup,
})
export type TopicSaid = z.output<typeof topicInput>

/** A reply. */
export const replyInput = z.object({ topicId: z.uuid(), body, groupId: asGroup })
export type ReplySaid = z.output<typeof replyInput>

/** One's own post, said better. */
export const editPostInput = z.object({ id: z.uuid(), body })
export type EditPost = z.output<typeof editPostInput>

/** Why a post is reported, hidden or shown again. */
export const aboutPostInput = z.object({ id: z.uuid(), reason: wordsSaid(say("Enter why"), 500) })
export type AboutPost = z.output<typeof aboutPostInput>

/** What staff pin on top of a topic. */
export const concludeInput = z.object({
  id: z.uuid(),
  version,
  summary: wordsMaybe(4000),
  decision: wordsMaybe(2000),
})
export type Conclude = z.output<typeof concludeInput>

/** How much one wants to hear of one topic; nothing: as of its network. */
export const watchTopicInput = z.object({
  id: z.uuid(),
  level: z.union([z.literal(""), z.enum(keys(WATCH_LEVELS))]).transform((level) => level || null),
})
export type WatchTopic = z.output<typeof watchTopicInput>
