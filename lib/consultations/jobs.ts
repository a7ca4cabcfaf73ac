import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { closeOverdue, closeWhenDue } from "./closing/commands"
import { tellQuestionChanges } from "./questions/versions/commands"
import { remindWhenDue } from "./reminders/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "close-consultation": { id: string }
    "close-overdue": Nothing
    "remind-consultation": { id: string; planned?: boolean }
    "tell-question-changes": { id: string }
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
  /** Tells groups that have answered what was put right in the questions since. */
  "tell-question-changes": { does: (lio, { id }) => asSystem(lio, (ctx) => tellQuestionChanges(ctx, id)) },
} satisfies RoomJobs
