import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const servicesRoom = room({
  name: "services",
  events: events(
    { seenBy: "staff", timeline: null },
    "service.added",
    "service.changed",
    "service.published",
    "service.retired",
    "service.unpublished",
  ),
})
