import { asSystem } from "../access/doors"
import { listDatesToSettle } from "../calendar/answers/commands"
import type { RoomJobs } from "../jobs/job"
import { settleDate } from "./booking/commands"
import { askForFeedback, remindOfEvents } from "./telling/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "event-places": Nothing
    "event-reminders": Nothing
    "event-feedback": Nothing
  }
}

/** What is done about events in the background. */
export const jobs = {
  /** Places that were offered and not taken in time go to the next who wait. */
  "event-places": {
    every: "*/5 * * * *",
    does: async (lio) => {
      const dates = await asSystem(lio, (ctx) => listDatesToSettle(ctx, "event"))
      for (const id of dates) await asSystem(lio, (ctx) => settleDate(ctx, id))
    },
  },
  /** Reminds those who come tomorrow. */
  "event-reminders": {
    every: "0 8 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, remindOfEvents),
  },
  /** Asks those who came the day before how it was. */
  "event-feedback": {
    every: "30 9 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, askForFeedback),
  },
} satisfies RoomJobs
