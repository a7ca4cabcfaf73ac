import type { Actor } from "../access/ctx"
import { isStaff, leads, mayEdit } from "../access/may"
import type { Field } from "./input"

export { isManager as mayKeepFields } from "../access/may"

/** May see the answers to a question: staff all; a group's own people what is for them. */
export const maySeeField = (actor: Actor, field: Pick<Field, "forGroups">) =>
  isStaff(actor) || actor.kind === "system" || field.forGroups !== "nothing"
/** May answer a question for this group: staff who keep groups, and its leads where groups may. */
export const mayAnswer = (actor: Actor, groupId: string, field: Pick<Field, "forGroups">) =>
  mayEdit(actor) || (actor.kind === "member" && leads(actor, groupId) && field.forGroups === "change")
