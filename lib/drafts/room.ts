import { room } from "../access/room-type"

/** What the room says of itself. */
export const draftsRoom = room({
  name: "drafts",
  hasRetention: true,
})
