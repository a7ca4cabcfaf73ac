import { events, room } from "../access/room-type"
import { say } from "../words"
import { needList } from "./list/filters"

const CELLS: ReadonlySet<string> = new Set(["area", "theme"])

/** What the room says of itself. */
export const needsRoom = room({
  name: "needs",
  lists: [needList],
  cells: {
    need: {
      list: needList,
      isCell: (column) => CELLS.has(column),
      undo: "need",
      many: {
        one: "need",
        several: "needs",
        columns: { area: "Change the area", theme: "Change the theme" },
      },
    },
  },
  undoes: ["need"],
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
