import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { remindOfFiles } from "./reminding/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "remind-of-files": Nothing
  }
}

/** What is done about files in the background. */
export const jobs = {
  "remind-of-files": {
    every: "25 7 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, remindOfFiles),
  },
} satisfies RoomJobs
