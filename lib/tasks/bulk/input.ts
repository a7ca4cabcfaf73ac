import { z } from "zod"
import { choices } from "../../input"
import { NO_DAY, needsDay, taskFields } from "../input"

/** The most groups that get a task at once. */
export const MOST_AT_ONCE = 500

/** The same task for each of several groups. */
export const addTasksInput = taskFields
  .omit({ groupId: true })
  .extend({ groupIds: choices(z.uuid()) })
  .refine(needsDay, NO_DAY)
export type AddTasks = z.output<typeof addTasksInput>
