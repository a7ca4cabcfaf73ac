import { say } from "../../lib/words"

/** What stands in the calendar. */
export const CALENDAR_KINDS = { event: say("Event"), board: say("Board meeting") } as const

/** What somebody has said of coming. `offered`: a place that became free is kept for them; `lapsed`: they let it go. */
export const PLACE_ANSWERS = {
  yes: say("Coming"),
  perhaps: say("Perhaps coming"),
  no: say("Not coming"),
  waiting: say("On the waiting list"),
  offered: say("Offered a place"),
  lapsed: say("Didn’t take the place offered"),
} as const

/** How something in the calendar comes again. */
export const CALENDAR_REPEATS = {
  week: say("Every week"),
  fortnight: say("Every two weeks"),
  month: say("Every month, on the same weekday (such as the third Thursday)"),
} as const
