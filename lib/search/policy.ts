import type { Actor } from "../access/ctx"
import { isStaff } from "../access/may"
import type { Findable as Described } from "../access/room-type"
import { type FindableKind, ROOMS } from "../rooms"

export type Findable = FindableKind

/** Everything that can be found by words, in the order in which it is shown. */
export const FINDABLE = Object.assign(
  {},
  ...ROOMS.map((room) => ("finds" in room ? room.finds : {})),
) as Record<Findable, Described>

const ALL = Object.keys(FINDABLE) as Findable[]
const FOR_MEMBERS = ALL.filter((kind) => FINDABLE[kind].forMembers)

/** May search everything of the LIO. */
export const maySearchAll = (actor: Actor) => isStaff(actor) || actor.kind === "system"
/** Which kinds somebody may look for; of each they find what they may read. */
export const findableBy = (actor: Actor): Findable[] =>
  maySearchAll(actor) ? ALL : actor.kind === "member" ? FOR_MEMBERS : []
