import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { checkLinks } from "./checking/commands"
import { readResourceFiles } from "./reading/commands"
import { remindOfResources } from "./review/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "remind-of-resources": Nothing
    "check-links": Nothing
    "read-resource-files": Nothing
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
  /** Each link once a month; one that failed is asked again the next day. */
  "check-links": {
    every: "40 3 * * *",
    oneByOne: true,
    does: (lio) => checkLinks(lio, new Date()),
  },
  /** Reads what was put on since, one LIO after the other: a reader needs memory. */
  "read-resource-files": {
    every: "*/5 * * * *",
    oneByOne: true,
    does: readResourceFiles,
  },
} satisfies RoomJobs
