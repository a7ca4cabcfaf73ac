import { FUNCTIONS } from "@/db/vocabulary"
import type { NavigationPart } from "@/lib/access/room-type"
import { NAVIGATION, type NavigationPath } from "@/lib/rooms"

const PARTS: Record<NavigationPart, string | null> = { day: null, ...FUNCTIONS, office: null }

/** The main navigation of the people of groups, as the rooms declare it; some names differ for `several` groups. */
export const navigationForMembers = ({ several = false } = {}) =>
  NAVIGATION.flatMap((item) => (item.for === "members" ? [item] : []))
    .sort((one, other) => one.place - other.place)
    .map(({ path, label, ofSeveral }) => ({ path, label: several && ofSeveral ? ofSeveral : label }))

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
