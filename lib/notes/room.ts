import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const notesRoom = room({
  name: "notes",
  timeline: { notes: { label: say("Notes"), icon: "note" } },
  events: events(
    { seenBy: "staff", timeline: "notes" },
    "note.added",
    "note.changed",
    "note.removed",
    "note.restored",
  ),
  finds: {
    note: {
      label: say("Notes"),
      path: "notes",
      hint: () => sql`(select g.name from notes n join groups g on g.id = n.group_id where n.id = hit.id)`,
    },
  },
  undoes: ["note"],
})
