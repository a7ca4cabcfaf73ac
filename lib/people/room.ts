import { sql } from "drizzle-orm"
import { isHeld } from "../access/may"
import { events, room } from "../access/room-type"
import { say } from "../words"
import { peopleList } from "./filters"

const CELLS: ReadonlySet<string> = new Set(["email", "phone"])

/** What the room says of itself. */
export const peopleRoom = room({
  name: "people",
  navigation: [{ path: "people", label: say("People"), for: "staff", under: "day" }],
  lists: [peopleList],
  cells: { person: { list: peopleList, isCell: (column) => CELLS.has(column), undo: "person" } },
  undoes: ["person"],
  events: {
    ...events({ seenBy: "group", timeline: "changes" }, "person.changed"),
    ...events({ seenBy: "staff", timeline: null }, "person.erased"),
  },
  finds: {
    person: {
      label: say("People"),
      path: "people",
      hint: (
        ctx,
      ) => sql`(select string_agg(distinct g.name, ', ') from roles r join groups g on g.id = r.group_id
        where r.person_id = hit.id and ${isHeld(ctx)})`,
    },
  },
})
