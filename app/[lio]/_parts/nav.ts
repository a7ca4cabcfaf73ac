import type { NavigationItem } from "@/lib/access/room-type"
import { type NavigationPath, ROOMS } from "@/lib/rooms"

const ITEMS = ROOMS.flatMap((room): readonly NavigationItem[] =>
  "navigation" in room ? room.navigation : [],
)

/** The main navigation, as the rooms declare it: for staff, or for the people of groups. */
export const navigationFor = (who: NavigationItem["for"]) => ITEMS.filter((item) => item.for === who)

/** Where in the navigation a page stands. */
export type At = NavigationPath
