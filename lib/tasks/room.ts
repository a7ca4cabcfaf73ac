import { events, room } from "../access/room-type"
import { taskList } from "./filters"

/** What the room says of itself. */
export const tasksRoom = room({
  name: "tasks",
  lists: [taskList],
  timeline: { steps: { label: "Tasks", icon: "step" } },
  events: events(
    { seenBy: "staff", timeline: "steps" },
    "task.added",
    "task.changed",
    "task.done",
    "task.reopened",
    "task.dropped",
  ),
  undoes: ["task"],
  navigation: [{ path: "tasks", label: "Tasks", for: "staff", under: "day", counts: true }],
})
