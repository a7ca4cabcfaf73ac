import type { Actor } from "../../access/ctx"
import { isManager, isStaff, mayEdit } from "../../access/may"

/** Staff see what was sent to whom. */
export const maySeeOutbox = isStaff
/** Managers try out the email settings. */
export const mayTryEmail = isManager
/** Managers and workers send again, and lift a stop on an address. */
export const mayMendOutbox = (actor: Actor) => mayEdit(actor)
