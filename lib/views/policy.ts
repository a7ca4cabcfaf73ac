import type { Actor } from "../access/ctx"
import { isManager, isStaff, mayEdit } from "../access/may"

/** May open the views that are kept of lists. */
export const maySeeViews = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May keep views of their own, and change them. */
export const mayKeepViews = mayEdit
/** May change views that somebody else shared, and lock them. */
export const mayLockViews = isManager
