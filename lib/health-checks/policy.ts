import type { Actor } from "../access/ctx"
import { holdsLink, mayEdit } from "../access/may"

/** May work on a check: whoever holds its link, and staff, who see what it says only while its group agrees. */
export const mayWorkOn = (actor: Actor, checkId: string) =>
  holdsLink(actor, "health-check", checkId) || mayEdit(actor)
/** May see which checks there are: staff, trustees included. What they say is settled in the database by consent. */
/** May ask groups for a check and plan the next. */
/** May change the sets of questions. */
export { isManager as mayKeepSets, isStaff as maySeeChecks, mayEdit as mayAskForChecks } from "../access/may"
