import type { RoomJobs } from "../jobs/job"
import { writeDailyLetters } from "./commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "daily-letters": Nothing
  }
}

/** What is done about daily letters in the background. */
export const jobs = {
  /** The clock asks every half an hour; each LIO’s own clock says when it is morning there. */
  "daily-letters": {
    every: "*/30 * * * *",
    does: (lio) => writeDailyLetters(lio, new Date()),
  },
} satisfies RoomJobs
