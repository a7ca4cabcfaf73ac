import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "staff-invitation": typeof import("@/emails/staff-invitation")
  }
}

/** What the room says of itself. */
export const liosRoom = room({
  name: "lios",
  events: events(
    { seenBy: "staff", timeline: null },
    "lio.founded",
    "lio.exported",
    "lio.described",
    "lio.colour",
    "lio.logo",
    "lio.area_added",
    "lio.area_removed",
    "staff.invited",
    "staff.invited_again",
    "staff.level",
    "staff.ended",
  ),
  navigation: [{ path: "settings", label: say("Settings"), for: "staff", under: "office" }],
})
