import { events, room } from "../access/room-type"
import { say } from "../words"

/** What the room says of itself. */
export const guidesRoom = room({
  name: "guides",
  events: {
    ...events(
      { seenBy: "staff", timeline: null },
      "guide.started",
      "guide.replaced",
      "guide.changed",
      "guide.to_check",
      "guide.checked",
      "guide.published",
      "guide.confirmed",
      "guide.given",
      "guide.discarded",
      "guide.retired",
      "guide.restored",
      "guide.hidden",
      "guide.shown",
    ),
  },
  navigation: [{ path: "guides/manage", label: say("Guides"), for: "staff", under: "support", counts: true }],
  hasJobs: true,
})
