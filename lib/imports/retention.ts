import type { Retention } from "../access/retention"
import { say } from "../words"
import { clearFinishedRows, clearOldImports, OPEN_DAYS } from "./wizard/commands"

/** What is kept of lists for a time only. */
export const retention: Retention[] = [
  { what: say("Lists that were uploaded and never imported"), days: OPEN_DAYS, clear: clearOldImports },
  { what: say("The rows of lists that were imported"), days: 30, clear: clearFinishedRows },
]
