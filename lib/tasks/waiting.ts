import type { RoomWaiting } from "../access/room-type"
import { countTasks } from "./queries"

/** What waits here: the asker's own tasks that are due. */
export const waiting: RoomWaiting = { tasks: async (ctx) => (await countTasks(ctx)).mineDue }
