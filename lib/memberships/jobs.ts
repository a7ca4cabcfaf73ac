import type { RoomJobs } from "../jobs/job"
import { tendMemberships } from "./renewal/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "tend-memberships": Nothing
  }
}

/** What is done about memberships in the background. */
export const jobs = {
  /** Renewal letters that are due, and stages that follow from memberships whose dates have passed. */
  "tend-memberships": { every: "10 * * * *", does: (lio) => tendMemberships(lio, new Date()) },
} satisfies RoomJobs
