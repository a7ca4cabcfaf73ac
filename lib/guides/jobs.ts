import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { remindOfReviews } from "./review/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "remind-of-guides": Nothing
  }
}

/** What is done about guides in the background. */
export const jobs = {
  "remind-of-guides": {
    every: "20 7 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, remindOfReviews),
  },
} satisfies RoomJobs
