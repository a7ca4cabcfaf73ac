import { events, room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    guide: typeof import("@/emails/guide")
    mailing: typeof import("@/emails/mailing")
    resource: typeof import("@/emails/resource")
  }
}

/** What the room says of itself: emails that staff write to groups of their choice. */
export const mailingsRoom = room({
  name: "mailings",
  events: {
    ...events(
      { seenBy: "staff", timeline: "letters" },
      "mailing.sent",
      "mailing.taken_back",
      "guide.sent",
      "resource.sent",
    ),
    ...events({ seenBy: "staff", timeline: null }, "mailing.drafted", "mailing.changed", "mailing.discarded"),
  },
  undoes: ["mailing"],
  streams: {
    news: {
      label: say("Emails that the staff write to your group"),
      why: say("You get this because you speak for a group here."),
    },
  },
  navigation: [{ path: "emails", label: say("Emails to groups"), for: "staff", under: "liaison" }],
})
