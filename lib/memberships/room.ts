import { events, room } from "../access/room-type"
import { say } from "../words"
import { membershipList } from "./list/filters"

declare module "@/lib/email/letters" {
  interface Letters {
    "membership-asked": typeof import("@/emails/membership-asked")
    "membership-decided": typeof import("@/emails/membership-decided")
    "membership-renewal": typeof import("@/emails/membership-renewal")
  }
}

/** What the room says of itself. */
export const membershipsRoom = room({
  name: "memberships",
  navigation: [{ path: "memberships", label: say("Memberships"), for: "staff", under: "day" }],
  lists: [membershipList],
  cells: {
    membership: { list: membershipList, isCell: (column) => column === "paid", undo: "membership-paid" },
  },
  timeline: { membership: { label: say("Membership"), icon: "people" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "membership" },
      "membership.begun",
      "membership.renewed",
      "membership.paid",
      "membership.unpaid",
      "membership.changed",
      "membership.ended",
      "membership.taken_back",
      "membership.asked",
      "membership.accepted",
      "membership.refused",
      "membership.reopened",
    ),
    ...events({ seenBy: "staff", timeline: "letters" }, "chase.made"),
    ...events(
      { seenBy: "staff", timeline: null },
      "membership-request.made",
      "membership-type.added",
      "membership-type.changed",
      "membership-type.retired",
      "membership-type.offered",
    ),
  },
  undoes: ["membership-paid", "membership-period", "membership-request"],
  streams: {
    membership: {
      label: say("Reminders to renew your group’s membership"),
      why: say("You get this because you look after the membership of a group here."),
    },
  },
  hasJobs: true,
})
