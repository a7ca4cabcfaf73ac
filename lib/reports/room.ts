import { room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const reportsRoom = room({
  name: "reports",
  navigation: [{ path: "reports", label: say("Reports"), for: "staff", under: "office" }],
})
