import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say, sayCount } from "../words"
import { sessionList } from "./list/filters"

const CELLS: ReadonlySet<string> = new Set(["function", "minutes"])

/** What the room says of itself. */
export const sessionsRoom = room({
  name: "sessions",
  lists: [sessionList],
  cells: {
    session: {
      list: sessionList,
      isCell: (column) => CELLS.has(column),
      undo: "session-change",
      many: {
        count: (count) => sayCount(count, { one: "{count} session", other: "{count} sessions" }),
        columns: { function: say("Change the function") },
      },
    },
  },
  timeline: { sessions: { label: say("Sessions"), icon: "talk" } },
  events: {
    ...events(
      { seenBy: "staff", timeline: "sessions" },
      "session.recorded",
      "session.changed",
      "session.undone",
      "session.restored",
    ),
    ...events(
      { seenBy: "staff", timeline: null },
      "session_type.added",
      "session_type.changed",
      "session_type.retired",
      "session_type.offered",
      "session_type.usual",
    ),
  },
  opensFiles: ["session"],
  finds: {
    session: {
      label: say("Sessions"),
      path: "sessions",
      hint: () =>
        sql`(select string_agg(distinct g.name, ', ') from session_groups s join groups g on g.id = s.group_id where s.session_id = hit.id)`,
    },
  },
  undoes: ["session", "session-change"],
  navigation: [{ path: "sessions", label: say("Sessions"), for: "staff", under: "support" }],
})
