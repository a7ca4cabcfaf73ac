import type { Retention } from "../access/retention"
import { say } from "../words"
import { letNominationsGo } from "./elections/ending/commands"

/** What is kept of elections for a time only, counted from when they were over. */
export const retention: Retention[] = [
  {
    what: say("Nominations of people who weren’t elected, with their words, pictures and addresses"),
    days: 365,
    clear: letNominationsGo,
  },
]
