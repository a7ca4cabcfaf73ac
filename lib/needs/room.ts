import { events, room } from "../access/room-type"
import { say, sayCount } from "../words"
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
        count: (count) => sayCount(count, { one: "{count} need", other: "{count} needs" }),
        columns: { area: say("Change the areas"), theme: say("Change the themes") },
      },
    },
  },
  undoes: ["need", "need-merge"],
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
    "need.merged",
    "need.unmerged",
    "need.figure_added",
    "need.figure_dropped",
    "need.step_taken",
    "need.step_dropped",
    "need.told",
    "need.replied",
    "need.shown",
    "need.hidden",
  ),
  finds: { need: { label: say("Needs"), path: "needs" } },
  navigation: [{ path: "needs", label: say("Needs"), for: "staff", under: "development" }],
})
