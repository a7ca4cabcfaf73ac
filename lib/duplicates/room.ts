import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const duplicatesRoom = room({
  name: "duplicates",
  events: {
    ...events({ seenBy: "group", timeline: "changes" }, "group.merged", "group.unmerged"),
    ...events({ seenBy: "staff", timeline: "changes" }, "person.merged", "person.unmerged", "person.apart"),
    ...events({ seenBy: "staff", timeline: null }, "duplicate.apart", "duplicate.again"),
  },
  undoes: ["merge"],
  hasJobs: true,
})
