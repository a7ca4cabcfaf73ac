import { events, room } from "../access/room-type"
import { say } from "../words"
import { eventList } from "./list/filters"

declare module "@/lib/email/letters" {
  interface Letters {
    "event-booked": typeof import("@/emails/event-booked")
    "event-offered": typeof import("@/emails/event-offered")
    "event-reminder": typeof import("@/emails/event-reminder")
    "event-changed": typeof import("@/emails/event-changed")
    "event-cancelled": typeof import("@/emails/event-cancelled")
    "event-feedback": typeof import("@/emails/event-feedback")
  }
}

/** What the room says of itself. */
export const eventsRoom = room({
  name: "events",
  lists: [eventList],
  timeline: { events: { label: say("Events"), icon: "calendar" } },
  events: {
    ...events(
      { seenBy: "staff", timeline: "events" },
      "event.added",
      "event.changed",
      "event.published",
      "event.date_moved",
      "event.date_cancelled",
      "event.cancelled",
      "event.booked",
      "event.withdrawn",
      "event.place_taken",
      "event.attended",
      "event.questions_changed",
      "event.repeats_anew",
    ),
  },
  finds: { event: { label: say("Events"), path: "events", forMembers: true } },
  navigation: [
    { path: "events", label: say("Events and training"), for: "staff", under: "support" },
    { path: "events", label: say("Events"), for: "members", place: 6 },
  ],
  opensFiles: ["event"],
  hasJobs: true,
  hasRetention: true,
})
