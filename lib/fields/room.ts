import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const fieldsRoom = room({
  name: "fields",
  events: events(
    { seenBy: "staff", timeline: null },
    "field.added",
    "field.changed",
    "field.retired",
    "field.offered",
  ),
})
