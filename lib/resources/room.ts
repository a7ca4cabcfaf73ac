import { events, room } from "../access/room-type"
import { say } from "../words"
import { resourceList } from "./list/filters"

/** What the room says of itself. */
export const resourcesRoom = room({
  name: "resources",
  lists: [resourceList],
  events: events(
    { seenBy: "staff", timeline: null },
    "resource.added",
    "resource.changed",
    "resource.checked",
    "resource.retired",
    "resource.restored",
  ),
  finds: { resource: { label: say("Resources"), path: "resources", forMembers: true } },
  opensFiles: ["resource"],
  navigation: [
    { path: "resources", label: say("Resources"), for: "staff", under: "support" },
    { path: "resources", label: say("Resources"), for: "members", place: 7 },
  ],
  hasJobs: true,
})
