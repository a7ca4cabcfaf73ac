"use server"

import { submit } from "@/app/_http/submit"
import { renewOwnCalendar } from "@/lib/calendar/feeds/commands"
import { renewCalendarInput } from "@/lib/calendar/input"
import { say } from "@/lib/words"

/** Makes an address for somebody's own calendar, or another one. */
export const renewOwnCalendarForm = submit(
  "renewOwnCalendar",
  renewCalendarInput,
  renewOwnCalendar,
  (_, { lio }) => ({
    to: `/${lio}/calendar#own`,
    banner: {
      text: say(
        "Here’s the new address of your calendar. The old one, if there was one, has stopped working.",
      ),
    },
  }),
)
