import "server-only"
import { PLACE_ANSWERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { clockTimeOf, dayOf, say } from "../../words"
import { listAttendees } from "../booking/queries"
import { listEventDates } from "../list/queries"
import { getEventDate } from "../queries"

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

/** Everybody who has booked a date or waits, a line each: for badges, the caterer and a list at the door. */
export async function attendeesAsTable(ctx: Ctx, eventId: string, dateId: string): Promise<Table> {
  await getEventDate(ctx, eventId, dateId)
  const people = await listAttendees(ctx, dateId)
  const cameOf = (came: boolean | null) => (came === null ? "" : came ? say("Yes") : say("No"))
  return {
    name: "Bookings",
    headings: [
      say("Name"),
      say("Group"),
      say("Email"),
      say("Booked by"),
      say("State"),
      say("Access needs"),
      say("Food needs"),
      say("Came"),
    ],
    days: Array(8).fill(false),
    pieces: [
      people.map((one) => [
        one.name,
        one.groupName ?? "",
        one.email ?? "",
        one.bookedBy ?? "",
        PLACE_ANSWERS[one.state],
        one.access ?? "",
        one.food ?? "",
        cameOf(one.came),
      ]),
    ],
  }
}
