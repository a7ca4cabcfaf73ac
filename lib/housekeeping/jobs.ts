import type { RoomJobs } from "../jobs/job"
import { tidy } from "./commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    tidy: Nothing
  }
}

/** What is let go in the background, each night. */
export const jobs = {
  tidy: { every: "50 3 * * *", madeUp: "20h", does: (lio) => tidy(lio, new Date()) },
} satisfies RoomJobs
