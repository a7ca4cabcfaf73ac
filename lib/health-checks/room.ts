import { events, room } from "../access/room-type"
import { say } from "../words"
import { checkList } from "./list/filters"

declare module "@/lib/email/letters" {
  interface Letters {
    "health-check": typeof import("@/emails/health-check")
    "health-check-open": typeof import("@/emails/health-check-open")
  }
}

/** What the room says of itself. */
export const healthChecksRoom = room({
  name: "health-checks",
  lists: [checkList],
  timeline: { "health-checks": { label: say("Health checks"), icon: "step" } },
  events: {
    ...events(
      { seenBy: "group", timeline: "health-checks" },
      "health_check.asked",
      "health_check.reminded",
      "health_check.handed_in",
      "health_check.shared",
      "health_check.kept_back",
      "health_check.session_asked",
      "health_check.step_added",
      "health_check.step_done",
      "health_check.recheck_planned",
    ),
    ...events({ seenBy: "staff", timeline: null }, "question_set.saved"),
  },
  streams: {
    healthChecks: {
      label: say("One reminder when your group’s health check isn’t finished"),
      why: say("You get this because you speak for a group that was asked for a health check."),
    },
  },
  hasJobs: true,
  navigation: [{ path: "health-checks", label: say("Health checks"), for: "staff", under: "support" }],
})
