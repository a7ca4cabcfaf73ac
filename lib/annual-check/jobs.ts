import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { askYearly, remindYearly } from "./commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "annual-check": Nothing
  }
}

/** What is done about the annual check in the background. */
export const jobs = {
  /** Asks groups once a year whether all is still right, and once more where nobody answered. */
  "annual-check": {
    every: "15 8 * * *",
    madeUp: "12h",
    tries: 3,
    does: async (lio) => {
      await asSystem(lio, remindYearly)
      await asSystem(lio, askYearly)
    },
  },
} satisfies RoomJobs
