import type { RoomWaiting } from "../access/room-type"
import { countTasks } from "./queries"

/** What waits here: tasks that are due, the asker's own and everybody's. */
export const waiting: RoomWaiting = {
  tasks: async (ctx) => (await countTasks(ctx)).mineDue,
  "tasks?whose=team": async (ctx) => (await countTasks(ctx)).teamDue,
}
