import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { findDuplicates } from "./finding/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "find-duplicates": Nothing
  }
}

/** What is done about duplicates in the background. */
export const jobs = {
  /** Looks for groups that stand twice. */
  "find-duplicates": { every: "40 2 * * *", does: (lio) => asSystem(lio, findDuplicates) },
} satisfies RoomJobs
