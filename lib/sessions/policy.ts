import type { Actor } from "../access/ctx"
import { isManager, isStaff } from "../access/may"

/** May look at sessions: staff, trustees included. What was said in them is not for members. */
export const maySeeSessions = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May record sessions and change them: workers and managers, each under their own name. */
export const mayRecordSessions = (actor: Actor) => actor.kind === "staff" && actor.level !== "viewer"
/** May take a session back, or put it back: who recorded it, and managers. */
export const mayUndoSession = (actor: Actor, byPersonId: string) =>
  isManager(actor) || (mayRecordSessions(actor) && "personId" in actor && actor.personId === byPersonId)
