import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { leaveAsked } from "./joint/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "asked-to-join-papers": Nothing
  }
}

/** What is done about papers in the background. */
export const jobs = {
  "asked-to-join-papers": {
    every: "20 * * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, leaveAsked),
  },
} satisfies RoomJobs
