import type { RoomJobs } from "../jobs/job"
import { makeWaiting } from "./making/commands"
import type { Form } from "./model"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "make-document": { digest: string; form: Form }
  }
}

/** What is done about documents in the background. */
export const jobs = {
  "make-document": { does: (lio, told) => makeWaiting(lio, told) },
} satisfies RoomJobs
