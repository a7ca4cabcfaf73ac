import type { Actor } from "../access/ctx"
import { isStaff, leads, mayEdit, speaksFor } from "../access/may"
import type { GroupFields, GroupLists } from "./input"
import { SIZE_FIELDS } from "./sizes/input"

/** May look at every group of the LIO. */
export const maySeeGroups = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** May look at this group: staff, and the people who speak for it. */
export const maySeeGroup = (actor: Actor, groupId: string) =>
  maySeeGroups(actor) ||
  (actor.kind === "member" && speaksFor(actor, groupId)) ||
  (actor.kind === "link" && actor.groupId === groupId)
/** May add, close and change groups in every way. */
export const mayKeepGroups = mayEdit
/** May change what a group says of itself: staff who keep groups, and its leads. */
export const mayDescribeGroup = (actor: Actor, groupId: string) =>
  mayEdit(actor) || (actor.kind === "member" && leads(actor, groupId))

/** What a lead may change of their own group; the rest is the LIO's to say. */
const OWN_WORDS: ReadonlySet<string> = new Set<keyof GroupFields | keyof GroupLists>([
  "alsoKnownAs",
  "about",
  "email",
  "phone",
  "secondPhone",
  "website",
  "address",
  "postcode",
  "directoryConsent",
  "directorySaidOn",
  "directorySaidBy",
  "directorySaidHow",
  "directoryShows",
  ...SIZE_FIELDS,
])
/** May change just these fields of the group. */
export const mayChangeFields = (actor: Actor, groupId: string, fields: string[]) =>
  mayEdit(actor) || (mayDescribeGroup(actor, groupId) && fields.every((field) => OWN_WORDS.has(field)))
