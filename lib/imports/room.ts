import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const importsRoom = room({
  name: "imports",
  events: events({ seenBy: "staff", timeline: null }, "import.undone", "import.words"),
  hasJobs: true,
  hasRetention: true,
})
