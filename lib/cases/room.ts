import { sql } from "drizzle-orm"
import { events, room } from "../access/room-type"
import { say } from "../words"
import { caseList } from "./list/filters"

/** What the room says of itself. */
export const casesRoom = room({
  name: "cases",
  lists: [caseList],
  timeline: { cases: { label: say("Cases"), icon: "step" } },
  events: events(
    { seenBy: "staff", timeline: "cases" },
    "case.opened",
    "case.changed",
    "case.closed",
    "case.reopened",
    "case.let_in",
    "case_note.added",
    "case_note.changed",
    "case_note.removed",
    "case_note.restored",
  ),
  opensFiles: ["case"],
  finds: {
    case: {
      label: say("Cases"),
      path: "cases",
      hint: () =>
        sql`(select string_agg(g.name, ', ') from case_groups cg join groups g on g.id = cg.group_id where cg.case_id = hit.id)`,
    },
    "case-note": {
      label: say("Confidential notes"),
      path: "cases/notes",
      hint: () =>
        sql`(select c.title from case_notes n join cases c on c.id = n.case_id where n.id = hit.id)`,
    },
  },
  undoes: ["case-close", "case-note"],
  navigation: [{ path: "cases", label: say("Cases"), for: "staff", under: "support" }],
})
