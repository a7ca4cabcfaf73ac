import { room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    "daily-letter": typeof import("@/emails/daily-letter")
  }
}

/** What the room says of itself: an email each working morning with what waits for somebody who works here. */
export const dailyLetterRoom = room({
  name: "daily-letter",
  streams: {
    day: {
      label: say("Your tasks and events for the day"),
      why: say("You get this on working days because you work here."),
      forStaff: true,
    },
  },
  hasJobs: true,
  hasRetention: true,
})
