import type { RoomJobs } from "../jobs/job"
import { runDueDigests } from "./commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "make-digests": Nothing
  }
}

/** What is done about digests in the background. */
export const jobs = {
  /** One LIO after the other, as somebody of several gets one digest from all (decision 025). */
  "make-digests": {
    every: "*/30 * * * *",
    oneByOne: true,
    does: (lio) => runDueDigests(lio, new Date()),
  },
} satisfies RoomJobs
