import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "group-confirm": typeof import("@/emails/group-confirm")
  }
}

/** What the room says of itself. */
export const annualCheckRoom = room({
  name: "annual-check",
  events: events(
    { seenBy: "group", timeline: "changes" },
    "group.confirmed",
    "group.confirm_asked",
    "group.confirm_reminded",
  ),
  streams: {
    details: {
      label: say("Once a year: are your group’s details still right?"),
      why: say("You get this because you look after the details of a group here. It comes once a year."),
    },
  },
  hasJobs: true,
})
