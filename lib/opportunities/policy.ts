import type { Actor } from "../access/ctx"
import { isStaff } from "../access/may"

export {
  leads as mayExpressFor,
  mayEdit as mayKeepOpportunities,
  speaksFor as maySeeInterestOf,
} from "../access/may"

/** Staff and the people of groups see what contracts are to be had. */
export const maySeeOpportunities = (actor: Actor) =>
  isStaff(actor) || actor.kind === "member" || actor.kind === "system"
/** All staff see who is interested. */
export const maySeeAllInterest = (actor: Actor) => isStaff(actor) || actor.kind === "system"
