import { sql } from "drizzle-orm"
import type { List } from "../../access/list-type"
import { dayFilter, oneOfWords, tabFilter, wordsFilter } from "../../lists/filters"
import { fewColumns } from "../../lists/input"
import { say } from "../../words"
import { maySeeAllEvents } from "../policy"

/** The columns of the list, the one that names a row first. */
export const EVENT_COLUMNS = {
  title: say("Event"),
  date: say("Date"),
  place: say("Place"),
  booked: say("Booked"),
  waiting: say("Waiting"),
  state: say("State"),
}

/** The dates of events; a date is `o`, its event `d` in the calendar and `e` in its own table. */
export const eventList: List = {
  name: "events",
  everything: say("Events to come"),
  filters: [
    tabFilter({
      name: "when",
      label: say("To come or past"),
      words: { coming: say("To come"), past: say("Past") },
      tab: { usual: () => "coming" },
      where: (ctx, [when]) =>
        when === "past"
          ? sql`o.ends_at <= ${ctx.now.toISOString()}::timestamptz`
          : sql`o.ends_at > ${ctx.now.toISOString()}::timestamptz`,
    }),
    wordsFilter({
      name: "q",
      label: say("Words in the event"),
      field: { search: true },
      first: true,
      inWords: (words) => say("Contains “{words}”", { words }),
      where: (_, [q = ""]) => sql`d.id in (select id from search_ids('event', ${q}, true))`,
    }),
    oneOfWords({
      name: "state",
      label: say("State"),
      first: true,
      words: { draft: say("Draft"), open: say("Published"), cancelled: say("Cancelled") },
      where: (_, [state]) =>
        state === "draft"
          ? sql`(e.published_at is null and o.cancelled_at is null)`
          : state === "open"
            ? sql`(e.published_at is not null and o.cancelled_at is null)`
            : sql`o.cancelled_at is not null`,
    }),
    dayFilter({
      name: "from",
      label: say("From"),
      column: sql`(o.starts_at at time zone d.zone)::date`,
      sign: ">=",
    }),
    dayFilter({
      name: "to",
      label: say("Until"),
      column: sql`(o.starts_at at time zone d.zone)::date`,
      sign: "<=",
    }),
  ],
  columns: fewColumns(EVENT_COLUMNS),
  choices: async () => ({}),
  from: () =>
    sql`calendar_occurrences o join calendar_dates d on d.id = o.date_id join bookable_events e on e.id = d.id where true`,
  maySee: maySeeAllEvents,
}
