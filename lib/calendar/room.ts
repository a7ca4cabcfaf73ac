import { room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const calendarRoom = room({
  name: "calendar",
  navigation: [{ path: "calendar", label: say("Calendar"), for: "staff", under: "day" }],
  hasRetention: true,
})
