import { FUNCTIONS } from "@/db/vocabulary"
import type { NavigationItem, NavigationPart } from "@/lib/access/room-type"
import { type NavigationPath, ROOMS } from "@/lib/rooms"

const ITEMS = ROOMS.flatMap((room): readonly NavigationItem[] =>
  "navigation" in room ? room.navigation : [],
)

const PARTS: Record<NavigationPart, string | null> = {
  day: null,
  ...FUNCTIONS,
  partnership: "Partnership",
  office: null,
}

/** The main navigation of the people of groups, as the rooms declare it. */
export const navigationForMembers = () => ITEMS.filter((item) => item.for === "members")

/** The staff's, part by part: the day's work, the functions of an LIO, and what is kept in order. Empty parts are left out. */
export const navigationForStaff = () =>
  (Object.keys(PARTS) as NavigationPart[])
    .map((part) => ({
      label: PARTS[part],
      items: ITEMS.flatMap((item) => (item.for === "staff" && item.under === part ? [item] : [])),
    }))
    .filter(({ items }) => items.length > 0)

/** Where in the navigation a page stands. */
export type At = NavigationPath
