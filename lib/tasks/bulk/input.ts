import { z } from "zod"
import { choices } from "../../input"
import { NO_DAY, needsDay, taskFields } from "../input"

/** The same task for each of several groups. */
export const addTasksInput = taskFields
  .omit({ groupId: true, caseId: true })
  .extend({ groupIds: choices(z.uuid()) })
  .refine(needsDay, NO_DAY)
export type AddTasks = z.output<typeof addTasksInput>
