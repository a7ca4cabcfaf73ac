import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { clearEndedContacts } from "./roles/contacts/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "clear-ended-contacts": Nothing
  }
}

/** What is done about groups in the background. */
export const jobs = {
  /** Main contacts whose role has ended are main contacts no longer. */
  "clear-ended-contacts": {
    every: "5 8 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, clearEndedContacts),
  },
} satisfies RoomJobs
