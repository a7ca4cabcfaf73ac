import { type Entry, writeCalendar } from "@/lib/calendar/feeds/ical"

/** How long whoever fetches a calendar that is the same for everybody may keep it, in seconds. */
const FRESH = 300

/** A calendar as programs fetch it; somebody's own (`own`) is kept nowhere. */
export function calendar(name: string, entries: Entry[], { own = false } = {}) {
  return new Response(writeCalendar(name, entries), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="calendar.ics"',
      ...(own ? {} : { "cache-control": `public, max-age=${FRESH}` }),
    },
  })
}
