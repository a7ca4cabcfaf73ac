import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const signInRoom = room({
  name: "sign-in",
  events: events({ seenBy: "staff", timeline: null }, "sign-in-link.made"),
})
