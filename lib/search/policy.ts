import type { Actor } from "../access/ctx"
import { isKnown, isStaff } from "../access/may"

/** Everything that can be found by words, in the order in which it is shown. */
export const FINDABLE = [
  "group",
  "person",
  "session",
  "need",
  "network",
  "topic",
  "consultation",
  "representation",
] as const
export type Findable = (typeof FINDABLE)[number]

/** May search at all: staff everything, members what they may open. */
export const maySearch = isKnown
/** May search everything of the LIO. */
export const maySearchAll = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** Which kinds somebody may find; members then only those rows they may open. */
export const findableBy = (actor: Actor): readonly Findable[] =>
  maySearchAll(actor)
    ? FINDABLE
    : actor.kind === "member"
      ? ["group", "network", "topic", "consultation"]
      : []
