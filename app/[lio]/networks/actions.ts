"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { whichGroups } from "@/lib/groups/picker/input"
import {
  addGroups,
  changeNetwork,
  joinNetwork,
  leaveNetwork,
  letIn,
  openNetwork,
  turnAway,
  turnNetwork,
  watchNetwork,
} from "@/lib/networks/commands"
import {
  aboutPostInput,
  changeNetworkInput,
  concludeInput,
  editPostInput,
  networkInput,
  placeInput,
  replyInput,
  topicInput,
  turnAwayInput,
  turnNetworkInput,
  watchInput,
  watchTopicInput,
} from "@/lib/networks/input"
import { editPost, replyTo, startTopic } from "@/lib/networks/topics/commands"
import {
  concludeTopic,
  hidePost,
  pinTopic,
  reportPost,
  showPost,
  turnTopic,
  watchTopic,
} from "@/lib/networks/topics/order/commands"
import { say } from "@/lib/words"

const one = z.object({ id: z.uuid() })
const toNetwork = (lio: string, id: string, text: string) => ({
  to: `/${lio}/networks/${id}`,
  banner: { text },
})
const toTopic = (lio: string, topic: { id: string; networkId: string }, text: string) => ({
  to: `/${lio}/networks/${topic.networkId}/topics/${topic.id}`,
  banner: { text },
})

/** Opens a network. */
export const openNetworkForm = submit("openNetwork", networkInput, openNetwork, ({ id }, { lio }) => ({
  to: `/${lio}/networks/${id}/groups`,
  banner: { text: say("The network is open. Put in the groups it is for.") },
}))
/** Says a network better. */
export const changeNetworkForm = submit(
  "changeNetwork",
  changeNetworkInput,
  changeNetwork,
  ({ id }, { lio }) => toNetwork(lio, id, say("Saved.")),
)
/** Closes a network or opens it again. */
export const turnNetworkForm = submit("turnNetwork", turnNetworkInput, turnNetwork, ({ id, to }, { lio }) =>
  toNetwork(
    lio,
    id,
    to === "closed" ? say("The network is closed. It can still be read.") : say("The network is open again."),
  ),
)
/** A group joins or asks to. */
export const joinForm = submit("joinNetwork", placeInput, joinNetwork, ({ id, waiting }, { lio }) =>
  toNetwork(
    lio,
    id,
    waiting ? say("You have asked to join. Staff will let you in.") : say("Your group is in."),
  ),
)
/** Staff let a group in. */
export const letInForm = submit("letIn", placeInput, letIn, ({ id }, { lio }) => ({
  to: `/${lio}/networks/${id}/groups`,
  banner: { text: say("The group is in.") },
}))
/** Staff put groups in. */
export const addGroupsForm = submit(
  "addGroups",
  z.object({ networkId: z.uuid(), ...whichGroups }),
  addGroups,
  ({ id }, { lio }) => ({
    to: `/${lio}/networks/${id}/groups`,
    banner: { text: say("They are in.") },
  }),
)
/** A group leaves. */
export const leaveForm = submit("leaveNetwork", placeInput, leaveNetwork, ({ id, group }, { lio }) =>
  toNetwork(lio, id, say("{group} is no longer in this network.", { group })),
)
/** Staff take a group out. */
export const takeOutForm = submit("leaveNetwork", placeInput, leaveNetwork, ({ id, group }, { lio }) => ({
  to: `/${lio}/networks/${id}/groups`,
  banner: { text: say("{group} is no longer in this network. What it said stays.", { group }) },
}))
/** Staff do not let a group in. */
export const turnAwayForm = submit("turnAway", turnAwayInput, turnAway, ({ id }, { lio }) => ({
  to: `/${lio}/networks/${id}/groups`,
  banner: { text: say("The group is not let in. Who asked is told why.") },
}))
/** How much one wants to hear of a network. */
export const watchForm = submit("watchNetwork", watchInput, watchNetwork, ({ id }, { lio }) =>
  toNetwork(lio, id, say("Saved: you will hear as much as you chose.")),
)

/** Begins a topic. */
export const topicForm = submit("startTopic", topicInput, startTopic, (topic, { lio }) =>
  toTopic(lio, topic, say("Your topic is there.")),
)
const toPost = (lio: string, post: { id: string; topicId: string; networkId: string; page: number }) =>
  `/${lio}/networks/${post.networkId}/topics/${post.topicId}${post.page > 1 ? `?page=${post.page}` : ""}#${post.id}`

/** Replies. */
export const replyForm = submit("replyTo", replyInput, replyTo, (post, { lio }) => ({
  to: toPost(lio, post),
  banner: { text: say("Your reply is there."), links: [{ label: say("Go to it"), href: toPost(lio, post) }] },
}))
/** Says one's own post better. */
export const editPostForm = submit("editPost", editPostInput, editPost, (post, { lio }) => ({
  to: toPost(lio, post),
  banner: { text: say("Saved, and marked as edited.") },
}))
/** Reports a post. */
export const reportForm = submit("reportPost", aboutPostInput, reportPost, (topic, { lio }) =>
  toTopic(lio, topic, say("Thank you. Staff will look at it.")),
)
/** Hides a post. */
export const hideForm = submit("hidePost", aboutPostInput, hidePost, (topic, { lio }) =>
  toTopic(lio, topic, say("The post is hidden. Its place and your reason stay.")),
)
/** Shows a hidden post again. */
export const showForm = submit("showPost", one, showPost, (topic, { lio }) =>
  toTopic(lio, topic, say("The post can be read again.")),
)
/** Sums a topic up. */
export const concludeForm = submit("concludeTopic", concludeInput, concludeTopic, (topic, { lio }) =>
  toTopic(lio, topic, say("Saved on top of the topic.")),
)
/** Pins or unpins. */
export const pinTopicForm = submit("pinTopic", one, pinTopic, (topic, { lio }) =>
  toTopic(lio, topic, topic.pinned ? say("No longer kept on top.") : say("Kept on top of its network.")),
)
/** Closes or opens again. */
export const turnTopicForm = submit("turnTopic", one, turnTopic, (topic, { lio }) =>
  toTopic(lio, topic, topic.closedAt ? say("Open again.") : say("Closed to replies.")),
)
/** How much one wants to hear of a topic. */
export const watchTopicForm = submit("watchTopic", watchTopicInput, watchTopic, (topic, { lio }) =>
  toTopic(lio, topic, say("Saved: you will hear as much as you chose.")),
)
