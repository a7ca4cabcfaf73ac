import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const examplesRoom = room({
  name: "examples",
  events: events({ seenBy: "staff", timeline: null }, "examples.loaded", "examples.removed"),
})
