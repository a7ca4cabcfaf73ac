import { events, room } from "../access/room-type"

declare module "@/lib/email/letters" {
  interface Letters {
    "import-done": typeof import("@/emails/import-done")
  }
}

/** What the room says of itself. */
export const importsRoom = room({
  name: "imports",
  events: events({ seenBy: "staff", timeline: null }, "import.undone", "import.words"),
  hasJobs: true,
  hasRetention: true,
})
