import { room } from "../access/room-type"

/** What the room says of itself. */
export const journalRoom = room({
  name: "journal",
  hasRetention: true,
})
