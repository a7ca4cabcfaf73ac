import type { RoomJobs } from "../jobs/job"
import { fetchOpportunities } from "./sources/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "fetch-opportunities": Nothing
    "fetch-opportunities-now": { id: string }
  }
}

/** What is done about opportunities in the background. */
export const jobs = {
  /** Once a day: notices are published by day. */
  "fetch-opportunities": {
    every: "20 5 * * *",
    madeUp: "12h",
    oneByOne: true,
    does: (lio) => fetchOpportunities(lio, new Date()),
  },
  "fetch-opportunities-now": { does: (lio, { id }) => fetchOpportunities(lio, new Date(), { id }) },
} satisfies RoomJobs
