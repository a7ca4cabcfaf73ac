import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { remindOfChecks } from "./reminding/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "remind-of-health-checks": Nothing
  }
}

/** What is done about health checks in the background. */
export const jobs = {
  "remind-of-health-checks": {
    every: "45 9 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, remindOfChecks),
  },
} satisfies RoomJobs
