import { events, room } from "../access/room-type"

declare module "@/lib/email/letters" {
  interface Letters {
    "sign-in": typeof import("@/emails/sign-in")
  }
}

/** What the room says of itself. */
export const signInRoom = room({
  name: "sign-in",
  events: events({ seenBy: "staff", timeline: null }, "sign-in-link.made"),
})
