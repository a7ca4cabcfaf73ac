import "server-only"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { clockTimeOf, dayOf, say } from "../../words"
import { listEventDates } from "../list/queries"

const ALL = 100_000

/** The dates of events, a line each, in the order of the list: for files. */
export async function eventsAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listEventDates(ctx, listing, ALL)
  return {
    name: "Events",
    headings: [
      say("Event"),
      say("Date"),
      say("Starts"),
      say("Ends"),
      say("Place"),
      say("Places"),
      say("Booked"),
      say("Waiting"),
      say("Came"),
      say("Didn’t come"),
      say("State"),
    ],
    days: [false, true, false, false, false, false, false, false, false, false, false],
    pieces: [
      rows.map((row) => [
        row.title,
        dayOf(row.startsAt, row.zone),
        row.allDay ? "" : clockTimeOf(row.startsAt, row.zone),
        row.allDay ? "" : clockTimeOf(row.endsAt, row.zone),
        row.place ?? "",
        row.capacity ?? "",
        row.booked,
        row.waiting,
        row.came,
        row.missed,
        row.cancelledAt ? say("Cancelled") : row.publishedAt ? say("Published") : say("Draft"),
      ]),
    ],
  }
}
