import type { Actor } from "../access/ctx"
import { isStaff } from "../access/may"

/** Sees the staff's home page: the day's work of the LIO. */
export const maySeeStaffHome = isStaff
/** Sees a member's home page: what waits for their groups. */
export const maySeeMemberHome = (actor: Actor) => actor.kind === "member"
