import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const homeRoom = room({
  name: "home",
  events: events({ seenBy: "staff", timeline: null }, "checklist.dismissed", "checklist.restored"),
  undoes: ["checklist"],
  navigation: [
    { path: "home", label: "Today", for: "staff", under: "day", counts: true },
    { path: "home", label: "Home", for: "members", place: 1 },
  ],
})
