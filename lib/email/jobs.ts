import { asSystem } from "../access/doors"
import { enqueue } from "../jobs/commands"
import type { RoomJobs } from "../jobs/job"
import { sendWaiting } from "./sending"
import { countDue } from "./sending/queries"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "send-letters": Nothing
    "sweep-letters": Nothing
  }
}

/** What is done about letters in the background. */
export const jobs = {
  "send-letters": { does: (lio) => sendWaiting(lio), waits: true },
  /** Finds letters whose next try has come, also those a dead worker left behind. */
  "sweep-letters": {
    every: "* * * * *",
    does: (lio) =>
      asSystem(lio, async (ctx) => {
        if ((await countDue(ctx)) > 0)
          await enqueue(ctx, "send-letters", {}, { key: `send-letters:${ctx.lio.id}`, inTurn: true })
      }),
  },
} satisfies RoomJobs
