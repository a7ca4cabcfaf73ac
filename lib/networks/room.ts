import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "network-decision": typeof import("@/emails/network-decision")
    "network-place": typeof import("@/emails/network-place")
    "network-post": typeof import("@/emails/network-post")
  }
}

/** What the room says of itself. */
export const networksRoom = room({
  name: "networks",
  timeline: { networks: { label: say("Networks"), icon: "people" } },
  events: events(
    { seenBy: "group", timeline: "networks" },
    "network.opened",
    "network.changed",
    "network.closed",
    "network.reopened",
    "network.asked",
    "network.unasked",
    "network.joined",
    "network.left",
    "network.turned_away",
    "topic.started",
    "topic.pinned",
    "topic.unpinned",
    "topic.concluded",
    "topic.closed",
    "topic.reopened",
    "post.written",
    "post.edited",
    "post.hidden",
    "post.shown",
    "post.reported",
  ),
  finds: {
    network: { label: say("Networks"), path: "networks", forMembers: true },
    topic: {
      label: say("Topics"),
      path: "topics",
      forMembers: true,
      hint: () =>
        sql`(select n.name from topics t join networks n on n.id = t.network_id where t.id = hit.id)`,
      at: sql`(select concat('networks/', t.network_id, '/topics/', t.id) from topics t where t.id = hit.id)`,
    },
  },
  streams: {
    networks: {
      label: say("Network posts"),
      why: say("You get this because a group you speak for is in this network."),
    },
  },
  navigation: [
    { path: "networks", label: say("Networks"), for: "staff", under: "liaison" },
    { path: "networks", label: say("Networks"), for: "members", place: 5 },
  ],
})
