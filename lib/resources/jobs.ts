import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { remindOfResources } from "./review/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "remind-of-resources": Nothing
  }
}

/** What is done about resources in the background. */
export const jobs = {
  "remind-of-resources": {
    every: "30 7 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, remindOfResources),
  },
} satisfies RoomJobs
