import { room } from "../access/room-type"
import { say } from "../words"

declare module "@/lib/email/letters" {
  interface Letters {
    digest: typeof import("@/emails/digest")
  }
}

/** What the room says of itself. */
export const digestRoom = room({
  name: "digest",
  streams: {
    digest: {
      label: say("The digest"),
      why: say(
        "You get this because you belong to a group here, or work here. It comes as often as you choose.",
      ),
    },
  },
  hasJobs: true,
})
