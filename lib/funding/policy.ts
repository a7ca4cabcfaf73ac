import type { Actor } from "../access/ctx"
import { isStaff, mayEdit } from "../access/may"

/** Staff see the funding ledger, trustees included. */
export const maySeeFunding = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** Workers and managers keep it. */
export const mayKeepFunding = mayEdit
