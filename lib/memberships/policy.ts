import type { Actor } from "../access/ctx"
import { isManager, isStaff, leads, mayEdit } from "../access/may"

/** May look through all memberships and requests. */
export const maySeeMemberships = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May begin, renew and end memberships, say what was paid, and decide requests. */
export const mayKeepMemberships = mayEdit
/** May say which kinds of membership there are. */
export const mayKeepTypes = isManager
/** May ask for this group to join or to renew: its leads, signed in. */
export const mayAskFor = (actor: Actor, groupId: string) => actor.kind === "member" && leads(actor, groupId)
