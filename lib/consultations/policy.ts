import type { Actor } from "../access/ctx"
import { isStaff, leads, mayEdit } from "../access/may"
import type { State } from "./period"

/** May look at every consultation, who was asked and who answered: staff, trustees included. */
export const maySeeAll = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May look at what came out: staff at any time, the groups that were asked once it has closed. */
export const mayReadResults = (actor: Actor, { state }: { state: State }) =>
  maySeeAll(actor) || state === "closed" || state === "finished"
/** May plan, open, close and finish consultations, and remind. */
export const mayKeepConsultations = mayEdit
/** Whoever came by an emailed link sees one consultation and nothing else. */
export const isInScope = (actor: Actor, consultationId: string) =>
  actor.kind !== "guest" || (actor.scope.kind === "consultation" && actor.scope.id === consultationId)
/** May sign the group's answer off, or say that it has nothing to say. */
export const maySignOffFor = leads
/** May enter a group's answers from paper or a call. */
export const mayEnterFor = (actor: Actor) => actor.kind === "staff" && mayEdit(actor)
/** Whether staff may know which answers are whose: not where they are named to nobody. */
export const knowsWhose = ({ naming }: { naming: "body" | "lio" | "nobody" }) => naming !== "nobody"
