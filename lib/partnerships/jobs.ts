import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { askForReports, askToDeclare, prepareMeetings, tellOfAlarms } from "./cycle/commands"
import { moveElection, moveOverdue } from "./elections/moving/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "move-election": { id: string }
    "move-elections": Nothing
    "prepare-board-meetings": Nothing
    "ask-for-board-reports": Nothing
    "tell-of-board-alarms": Nothing
    "ask-to-declare-interests": Nothing
  }
}

/** What is done about boards and elections in the background. */
export const jobs = {
  "prepare-board-meetings": {
    every: "10 6 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, prepareMeetings),
  },
  "ask-for-board-reports": {
    every: "20 9 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, askForReports),
  },
  "ask-to-declare-interests": {
    every: "40 9 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, askToDeclare),
  },
  "tell-of-board-alarms": {
    every: "30 6 * * *",
    madeUp: "12h",
    tries: 3,
    does: (lio) => asSystem(lio, tellOfAlarms),
  },
  /** Takes an election on at one of its moments: nominations close, the roll stands, voting opens and closes. */
  "move-election": { does: (lio, { id }) => asSystem(lio, (ctx) => moveElection(ctx, id)) },
  /** Takes on whatever a stopped worker left, and tells results a day after the count. */
  "move-elections": { every: "*/10 * * * *", does: (lio) => asSystem(lio, moveOverdue) },
} satisfies RoomJobs
