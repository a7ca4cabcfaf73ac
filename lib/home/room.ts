import { room } from "../access/room-type"

/** What the room says of itself. */
export const homeRoom = room({
  name: "home",
  navigation: [
    { path: "home", label: "Home", for: "staff" },
    { path: "home", label: "Home", for: "members" },
  ],
})
