import type { Actor } from "../access/ctx"
import { isStaff, mayEdit } from "../access/may"

/** May look at tasks: staff, trustees included. */
export const maySeeTasks = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May add tasks, do them, and give them to somebody else: workers and managers, for the whole team. */
export const mayKeepTasks = mayEdit
