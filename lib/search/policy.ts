import type { Actor } from "../access/ctx"
import { isStaff } from "../access/may"

/** Everything that can be found by words, in the order in which it is shown. */
export const FINDABLE = {
  group: "Groups",
  person: "People",
  session: "Sessions",
  need: "Needs",
  network: "Networks",
  topic: "Topics",
  consultation: "Consultations",
  representation: "Representations",
} as const
export type Findable = keyof typeof FINDABLE
const ALL = Object.keys(FINDABLE) as Findable[]
const FOR_MEMBERS: Findable[] = ["group", "network", "topic", "consultation"]

/** May search everything of the LIO. */
export const maySearchAll = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** Which kinds somebody may find; members then only those rows they may open. */
export const findableBy = (actor: Actor): Findable[] =>
  maySearchAll(actor) ? ALL : actor.kind === "member" ? FOR_MEMBERS : []
