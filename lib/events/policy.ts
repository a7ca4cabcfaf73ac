import type { Actor } from "../access/ctx"
import { isStaff } from "../access/may"

export { mayEdit as mayKeepEvents } from "../access/may"

/** Drafts and bookings are for staff to read; the system acts for them. */
export const maySeeAllEvents = (actor: Actor) => isStaff(actor) || actor.kind === "system"
