import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "test-email": typeof import("@/emails/test-email")
  }
}

/** What the room says of itself. */
export const emailRoom = room({
  name: "email",
  timeline: { letters: { label: say("Emails"), icon: "letter" } },
  events: {
    ...events(
      { seenBy: "staff", timeline: "letters" },
      "letter.sent-again",
      "address.suppressed",
      "address.lifted",
      "email.bounced",
      "email.complained",
    ),
    ...events({ seenBy: "staff", timeline: null }, "preferences.changed"),
  },
  hasJobs: true,
  hasRetention: true,
})
