"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { whichGroups } from "@/lib/groups/which/input"
import {
  addGroups,
  changeNetwork,
  closeNetwork,
  joinNetwork,
  leaveNetwork,
  letIn,
  openNetwork,
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
  watchInput,
  watchTopicInput,
} from "@/lib/networks/input"
import { editPost, replyTo, startTopic } from "@/lib/networks/topics/commands"
import {
  concludeTopic,
  hidePost,
  pinTopic,
  reportPost,
  turnTopic,
  watchTopic,
} from "@/lib/networks/topics/order/commands"
import { POSTS_A_PAGE } from "@/lib/networks/topics/queries"

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
  banner: { text: "The network is open. Put in the groups it is for." },
}))
/** Says a network better. */
export const changeNetworkForm = submit(
  "changeNetwork",
  changeNetworkInput,
  changeNetwork,
  ({ id }, { lio }) => toNetwork(lio, id, "Saved."),
)
/** Closes a network. */
export const closeNetworkForm = submit("closeNetwork", one, closeNetwork, ({ id }, { lio }) =>
  toNetwork(lio, id, "The network is closed. It can still be read."),
)
/** A group joins or asks to. */
export const joinForm = submit("joinNetwork", placeInput, joinNetwork, ({ id, waiting }, { lio }) =>
  toNetwork(lio, id, waiting ? "You have asked to join. Staff will let you in." : "Your group is in."),
)
/** Staff let a group in. */
export const letInForm = submit("letIn", placeInput, letIn, ({ id }, { lio }) => ({
  to: `/${lio}/networks/${id}/groups`,
  banner: { text: "The group is in." },
}))
/** Staff put groups in. */
export const addGroupsForm = submit(
  "addGroups",
  z.object({ networkId: z.uuid(), ...whichGroups }),
  addGroups,
  ({ id }, { lio }) => ({
    to: `/${lio}/networks/${id}/groups`,
    banner: { text: "They are in." },
  }),
)
/** A group leaves or is taken out. */
export const leaveForm = submit("leaveNetwork", placeInput, leaveNetwork, ({ id }, { lio }) => ({
  to: `/${lio}/networks/${id}`,
  banner: { text: "The group has left the network." },
}))
/** How much one wants to hear of a network. */
export const watchForm = submit("watchNetwork", watchInput, watchNetwork, ({ id }, { lio }) =>
  toNetwork(lio, id, "Saved: you will hear as much as you chose."),
)

/** Begins a topic. */
export const topicForm = submit("startTopic", topicInput, startTopic, (topic, { lio }) =>
  toTopic(lio, topic, "Your topic is there."),
)
/** Replies. */
export const replyForm = submit("replyTo", replyInput, replyTo, (post, { lio }) => {
  const page = Math.ceil(post.posts / POSTS_A_PAGE)
  return {
    to: `/${lio}/networks/${post.networkId}/topics/${post.topicId}${page > 1 ? `?page=${page}` : ""}#${post.id}`,
    banner: { text: "Your reply is there." },
  }
})
/** Says one's own post better. */
export const editPostForm = submit("editPost", editPostInput, editPost, (post, { lio }) => ({
  to: `/${lio}/networks/${post.networkId}/topics/${post.topicId}`,
  banner: { text: "Saved, and marked as edited." },
}))
/** Reports a post. */
export const reportForm = submit("reportPost", aboutPostInput, reportPost, (topic, { lio }) =>
  toTopic(lio, topic, "Thank you. Staff will look at it."),
)
/** Hides a post. */
export const hideForm = submit("hidePost", aboutPostInput, hidePost, (topic, { lio }) =>
  toTopic(lio, topic, "The post is hidden. Its place and your reason stay."),
)
/** Sums a topic up. */
export const concludeForm = submit("concludeTopic", concludeInput, concludeTopic, (topic, { lio }) =>
  toTopic(lio, topic, "Saved on top of the topic."),
)
/** Pins or unpins. */
export const pinTopicForm = submit("pinTopic", one, pinTopic, (topic, { lio }) =>
  toTopic(lio, topic, topic.pinned ? "No longer kept on top." : "Kept on top of its network."),
)
/** Closes or opens again. */
export const turnTopicForm = submit("turnTopic", one, turnTopic, (topic, { lio }) =>
  toTopic(lio, topic, topic.closedAt ? "Open again." : "Closed to replies."),
)
/** How much one wants to hear of a topic. */
export const watchTopicForm = submit("watchTopic", watchTopicInput, watchTopic, (topic, { lio }) =>
  toTopic(lio, topic, "Saved: you will hear as much as you chose."),
)
