import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const bulkRoom = room({
  name: "bulk",
  events: events({ seenBy: "staff", timeline: null }, "groups.changed", "groups.undone"),
  undoes: ["bulk"],
})
