import { room } from "../access/room-type"

/** What the room says of itself. */
export const housekeepingRoom = room({
  name: "housekeeping",
  hasJobs: true,
})
