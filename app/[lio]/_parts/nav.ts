import type { FrameData } from "@/app/_http/visit"
import { FUNCTIONS } from "@/db/vocabulary"
import type { NavigationPart } from "@/lib/access/room-type"
import { NAVIGATION, type NavigationPath } from "@/lib/rooms"

const PARTS: Record<NavigationPart, string | null> = { day: null, ...FUNCTIONS, office: null }

/** What the rooms declare for whoever sits on a board, in its order. */
const navigationForRepresentatives = () =>
  NAVIGATION.flatMap((item) => (item.for === "representatives" ? [item] : []))
    .sort((one, other) => one.place - other.place)
    .map(({ path, label }) => ({ path, label }))

/**
 * The main navigation of the people of groups, as the rooms declare it; some names differ for `several` groups. Whoever
 * sits on a board has that beside it, and nothing else when they act as a representative.
 */
export const navigationForMembers = ({
  kind,
  groups,
  boards,
}: Pick<FrameData["actor"], "kind" | "groups" | "boards">) => {
  const boardsToo = boards > 0 ? navigationForRepresentatives() : []
  if (kind === "representative") return boardsToo
  const ofGroups = NAVIGATION.flatMap((item) => (item.for === "members" ? [item] : []))
    .sort((one, other) => one.place - other.place)
    .map(({ path, label, ofSeveral }) => ({
      path,
      label: groups.length > 1 && ofSeveral ? ofSeveral : label,
    }))
  return [...ofGroups, ...boardsToo]
}

/** The staff's, part by part: the day's work, the functions of an LIO, and what is kept in order. Empty parts are left out. */
export const navigationForStaff = () =>
  (Object.keys(PARTS) as NavigationPart[])
    .map((part) => ({
      label: PARTS[part],
      items: NAVIGATION.flatMap((item) => (item.for === "staff" && item.under === part ? [item] : [])),
    }))
    .filter(({ items }) => items.length > 0)

/** Where in the navigation a page stands. */
export type At = NavigationPath
