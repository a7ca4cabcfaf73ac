import type { RoomWaiting } from "../access/room-type"
import { countWaiting } from "./elections/queries"

/** What waits here: votes about seats that need something of staff. */
export const waiting: RoomWaiting = { partnerships: countWaiting }
