import { events, room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const homeRoom = room({
  name: "home",
  events: events({ seenBy: "staff", timeline: null }, "checklist.dismissed", "checklist.restored"),
  undoes: ["checklist"],
  navigation: [
    { path: "home", label: say("Today"), for: "staff", under: "day", counts: true },
    { path: "home", label: say("Home"), for: "members", place: 1 },
  ],
})
