import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { closeOverdue, closeWhenDue } from "./closing/commands"
import { remindWhenDue } from "./reminders/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "close-consultation": { id: string }
    "close-overdue": Nothing
    "remind-consultation": { id: string; planned?: boolean }
  }
}

/** What is done about consultations in the background. */
export const jobs = {
  /** Closes a consultation whose time has come. */
  "close-consultation": { does: (lio, { id }) => asSystem(lio, (ctx) => closeWhenDue(ctx, id)) },
  /** Closes what a stopped worker left open, and keeps the numbers of every consultation that has closed. */
  "close-overdue": { every: "*/10 * * * *", does: (lio) => asSystem(lio, closeOverdue) },
  /** Reminds, three days before closing, the groups that have not finished; in the morning those whose reminder was put off at night. */
  "remind-consultation": {
    does: (lio, { id, planned }) => asSystem(lio, (ctx) => remindWhenDue(ctx, id, planned)),
  },
} satisfies RoomJobs
