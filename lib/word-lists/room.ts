import { events, room } from "../access/room-type"

/** What the room says of itself. */
export const wordListsRoom = room({
  name: "word-lists",
  events: events(
    { seenBy: "staff", timeline: null },
    "term.added",
    "term.renamed",
    "term.meant",
    "term.shown",
    "term.hidden",
    "term.retired",
    "term.offered",
    "term.merged",
  ),
})
