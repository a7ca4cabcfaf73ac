import { z } from "zod"
import { dateMaybe, wordsSaid } from "../input"

const idMaybe = () =>
  z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null)

/** A task: what, who (null: nobody yet), when (null: no date). */
export const addTaskInput = z.object({
  what: wordsSaid("what is to be done", 500),
  assigneeId: idMaybe(),
  dueOn: dateMaybe(),
  groupId: idMaybe(),
})
/** A task, with the session it came from. */
export type AddTask = z.output<typeof addTaskInput> & { sessionId?: string }

/** A change to a task. */
export const changeTaskInput = addTaskInput.omit({ groupId: true }).extend({ id: z.uuid() })
export type ChangeTask = z.output<typeof changeTaskInput>

/** A task by its id, and the page to go back to. */
export const taskIdInput = z.object({ id: z.uuid() })

/** A page of this LIO to go back to, from what a form said; null for anything else. */
export function backTo(value: unknown, lio: string): string | null {
  if (typeof value !== "string" || !value.startsWith(`/${lio}/`) || value.startsWith("//")) return null
  return /^\/[\w\-/?=&.%:]*$/.test(value) ? value : null
}
