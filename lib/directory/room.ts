import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const directoryRoom = room({
  name: "directory",
  events: events({ seenBy: "staff", timeline: null }, "lio.directory"),
})
