import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const filesRoom = room({
  name: "files",
  timeline: { files: { label: say("Files"), icon: "note" } },
  events: events(
    { seenBy: "staff", timeline: "files" },
    "file.added",
    "file.changed",
    "file.removed",
    "file.restored",
  ),
  finds: {
    file: {
      label: say("Files"),
      path: "files",
      forMembers: true,
      hint: () => sql`(select g.name from files f join groups g on g.id = f.group_id where f.id = hit.id)`,
    },
  },
  undoes: ["file"],
  hasJobs: true,
  hasRetention: true,
})
