import { room } from "../access/room-type"

/** What the room says of itself. */
export const documentsRoom = room({ name: "documents", hasJobs: true, hasRetention: true })
