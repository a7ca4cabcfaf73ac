import { events, room } from "../access/room-type"
import { say, sayCount } from "../words"
import { taskList } from "./filters"

const CELLS: ReadonlySet<string> = new Set(["due", "who"])

/** What the room says of itself. */
export const tasksRoom = room({
  name: "tasks",
  lists: [taskList],
  cells: {
    task: {
      list: taskList,
      isCell: (column) => CELLS.has(column),
      undo: "task-move",
      many: {
        count: (count) => sayCount(count, { one: "{count} task", other: "{count} tasks" }),
        columns: { due: say("Change the due date"), who: say("Assign to somebody") },
      },
    },
  },
  timeline: { steps: { label: say("Tasks"), icon: "step" } },
  events: events(
    { seenBy: "staff", timeline: "steps" },
    "task.added",
    "task.changed",
    "task.snoozed",
    "task.handed",
    "task.moved_back",
    "task.done",
    "task.reopened",
    "task.dropped",
    "task.restored",
  ),
  undoes: ["task", "task-move", "task-drop"],
  navigation: [
    { path: "tasks", label: say("My tasks"), for: "staff", under: "day", counts: true },
    { path: "tasks?whose=team", label: say("The team’s tasks"), for: "staff", under: "day", counts: true },
  ],
})
