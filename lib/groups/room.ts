import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say } from "../words"
import { isCell } from "./list/cells/input"
import { groupList } from "./list/filters"

declare module "@/lib/email/letters" {
  interface Letters {
    "proposal-decided": typeof import("@/emails/proposal-decided")
    "role-given": typeof import("@/emails/role-given")
    "role-invitation": typeof import("@/emails/role-invitation")
  }
}

/** What the room says of itself. */
export const groupsRoom = room({
  name: "groups",
  lists: [groupList],
  cells: { group: { list: groupList, isCell, undo: "group" } },
  timeline: { changes: { label: say("Changes"), icon: "change" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "changes" },
      "group.added",
      "group.imported",
      "group.placed",
      "group.changed",
      "group.closed",
      "group.removed",
      "group.restored",
      "group.sizes",
      "group.proposed",
      "group.proposal_decided",
      "group.proposal_reopened",
      "group.proposal_withdrawn",
      "role.given",
      "role.ended",
      "role.speaking",
      "role.invited",
      "role.invitation_withdrawn",
      "role.declined",
      "person.added",
      "person.left",
      "person.came_back",
    ),
    ...events({ seenBy: "staff", timeline: "changes" }, "answer.changed"),
    ...events({ seenBy: "staff", timeline: null }, "lio.own_pages", "places.resolved"),
  },
  undoes: ["group", "proposal"],
  opensFiles: ["group"],
  finds: {
    group: {
      label: say("Groups"),
      path: "groups",
      forMembers: true,
      hint: () => sql`(select concat_ws('|', g.stage, g.postcode) from groups g where g.id = hit.id)`,
    },
  },
  navigation: [
    { path: "groups", label: say("Groups"), for: "staff", under: "day" },
    { path: "groups", label: say("Our group"), ofSeveral: say("Our groups"), for: "members", place: 4 },
  ],
  hasJobs: true,
})
