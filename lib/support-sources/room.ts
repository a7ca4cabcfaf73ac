import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const supportSourcesRoom = room({
  name: "support-sources",
  events: events(
    { seenBy: "staff", timeline: null },
    "source.added",
    "source.changed",
    "source.checked",
    "source.published",
    "source.removed",
    "source.unpublished",
  ),
})
