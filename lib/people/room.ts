import { sql } from "drizzle-orm"
import { isHeld } from "../access/may"
import { events, room } from "../access/room-type"
import { say } from "../words"
import { peopleList } from "./filters"

/** What the room says of itself. */
export const peopleRoom = room({
  name: "people",
  navigation: [{ path: "people", label: say("People"), for: "staff", under: "day" }],
  lists: [peopleList],
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
