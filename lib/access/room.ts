import { room } from "./room-type"

/** What the room says of itself. */
export const accessRoom = room({
  name: "access",
  hasRetention: true,
})
