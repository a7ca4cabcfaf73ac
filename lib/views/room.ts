import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const viewsRoom = room({
  name: "views",
  events: events(
    { seenBy: "staff", timeline: null },
    "view.saved",
    "view.changed",
    "view.shared",
    "view.locked",
    "view.removed",
  ),
})
