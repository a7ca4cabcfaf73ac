import { events, room } from "../access/room-type"

/** What the room says of itself: several acts that were done, and are undone, together. */
export const undoRoom = room({
  name: "undo",
  events: events({ seenBy: "staff", timeline: null }, "acts.done", "acts.undone"),
  undoes: ["acts"],
})
