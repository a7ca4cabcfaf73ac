import { events, room } from "../access/room-type"
import { say } from "../words"
import { needList } from "./list/filters"

/** What the room says of itself. */
export const needsRoom = room({
  name: "needs",
  lists: [needList],
  events: events(
    { seenBy: "staff", timeline: "outcomes" },
    "need.opened",
    "need.changed",
    "need.heard",
    "need.unheard",
    "need.answered",
    "need.unanswered",
    "need.put",
    "need.closed",
    "need.reopened",
  ),
  finds: { need: { label: say("Needs"), path: "needs" } },
  navigation: [{ path: "needs", label: say("Needs"), for: "staff", under: "development" }],
})
