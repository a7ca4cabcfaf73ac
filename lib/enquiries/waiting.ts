import type { RoomWaiting } from "../access/room-type"
import { countEnquiries } from "./queries"

/** What waits here: enquiries that nobody has dealt with. */
export const waiting: RoomWaiting = { enquiries: countEnquiries }
