import type { Actor } from "../access/ctx"
import { isManager, isStaff, leads, mayEdit } from "../access/may"

/** A person as far as it matters for who may change them: their present groups, and whether they are staff. */
export type Standing = { id: string; onStaff: boolean; groupIds: string[] }

/** May look through everybody known to the LIO. */
export const maySeePeople = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May keep people that belong to no group yet. */
export const mayKeepPeople = mayEdit
/**
 * May change somebody's name, phone and notes: staff; oneself; and a lead, for people who are in the lead's groups only.
 * Who is staff is changed by managers only, or a worker could sign in as one.
 */
export function mayChangePerson(actor: Actor, person: Standing) {
  if (actor.kind === "staff" || actor.kind === "system")
    return mayEdit(actor) && (!person.onStaff || isManager(actor) || isSelf(actor, person))
  return actor.kind === "member" && (isSelf(actor, person) || leadsAll(actor, person))
}
/** May change the address somebody signs in with. Members ask the staff: an address is a key. */
export const mayChangeAddress = (actor: Actor, person: Standing) =>
  mayEdit(actor) && (!person.onStaff || isManager(actor))

/** May confirm or correct the address they set up Trellis with. */
export const mayConfirmAddress = isManager

/** May take somebody's details out of the history for good. */
export const mayErasePerson = isManager

const isSelf = (actor: Actor, person: Standing) => "personId" in actor && actor.personId === person.id
const leadsAll = (actor: Actor, person: Standing) =>
  !person.onStaff && person.groupIds.length > 0 && person.groupIds.every((groupId) => leads(actor, groupId))
