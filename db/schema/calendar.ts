import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { CALENDAR_KINDS, PLACE_ANSWERS } from "../vocabulary"
import { audience, belongs, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** A time of the clock, as "09:30". */
const clock = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^([01]\\d|2[0-3]):[0-5]\\d$'`)

/** Something with a date, of any room: once, or again and again by a rule. Its room has a row of the same id. */
export const calendarDates = pgTable(
  "calendar_dates",
  {
    lioId: lioId(),
    id: id(),
    kind: word<keyof typeof CALENDAR_KINDS>("kind").notNull(),
    audience: audience(),
    title: text("title").notNull(),
    about: text("about"),
    /** The first day and the time by the clock on the wall there: 10:00 stays 10:00 when the clocks change. */
    on: date("on_day").notNull(),
    /** Null: all day. */
    at: text("at_time"),
    minutes: integer("minutes").notNull(),
    zone: text("zone").notNull(),
    place: text("place"),
    /** Where it is online: only for those who have a place. */
    onlineLink: text("online_link"),
    /** How many can come each time; null: as many as like. */
    capacity: integer("capacity"),
    /** By what rule it comes again (RRULE of RFC 5545); null: once. */
    rule: text("rule"),
    /** Whoever answers, answers for all its dates to come: a course that is booked in whole. */
    whole: boolean("whole").notNull().default(false),
    /** Counts changes, so that calendars know which they have (SEQUENCE). */
    sequence: integer("sequence").notNull().default(0),
    changedAt: moment("changed_at").notNull(),
    cancelledAt: moment("cancelled_at"),
    cancelledReason: text("cancelled_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    oneOf("calendar_dates_kind", t.kind, CALENDAR_KINDS),
    clock("calendar_dates_at", t.at),
    check("calendar_dates_minutes", sql`${t.minutes} between 1 and 43200`),
    check("calendar_dates_capacity", sql`${t.capacity} between 1 and 100000`),
  ],
)

/** Each time that it takes place: a row, so that people can have a place at it (decision 043). */
export const calendarOccurrences = pgTable(
  "calendar_occurrences",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    dateId: uuid("date_id").notNull(),
    /** The day on which the rule puts it, by which calendars know it (RECURRENCE-ID). */
    ruleDay: date("rule_day").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    place: text("place"),
    /** It was put on another day or in another place than its series. */
    movedAt: moment("moved_at"),
    sequence: integer("sequence").notNull().default(0),
    cancelledAt: moment("cancelled_at"),
    cancelledReason: text("cancelled_reason"),
    remindedAt: moment("reminded_at"),
    /** When those who came were asked how it was. */
    followedUpAt: moment("followed_up_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.dateId, t.lioId, calendarDates, "cascade"),
    unique("calendar_occurrences_day").on(t.lioId, t.dateId, t.ruleDay),
    index("calendar_occurrences_starts").on(t.lioId, t.startsAt),
    check("calendar_occurrences_ends", sql`${t.endsAt} > ${t.startsAt}`),
  ],
)

/** What somebody has said of coming, for themselves or for their group, and whether they came. */
export const calendarAnswers = pgTable(
  "calendar_answers",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    occurrenceId: uuid("occurrence_id").notNull(),
    personId: uuid("person_id"),
    groupId: uuid("group_id"),
    name: text("name").notNull(),
    email: text("email"),
    /** The group as it was typed. */
    groupName: text("group_name"),
    /** Who answered for them too: whatever is to be told goes there. */
    answeredById: uuid("answered_by_id"),
    /** Of an answer to something as a whole: the same person's answer to the first of its dates, their own for that one. */
    wholeId: uuid("whole_id"),
    state: word<keyof typeof PLACE_ANSWERS>("state").notNull(),
    /** The order in which they answered. */
    position: integer("position").notNull(),
    answeredAt: moment("answered_at").notNull(),
    /** Until when a place that has become free is kept for them. */
    offeredUntil: moment("offered_until"),
    cameAt: moment("came_at"),
    missedAt: moment("missed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.occurrenceId, t.lioId, calendarOccurrences, "cascade"),
    belongs(t.personId, t.lioId, people),
    belongs(t.groupId, t.lioId, groups),
    foreignKey({ columns: [t.lioId, t.answeredById], foreignColumns: [t.lioId, t.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.lioId, t.wholeId], foreignColumns: [t.lioId, t.id] }).onDelete("cascade"),
    unique("calendar_answers_position").on(t.lioId, t.occurrenceId, t.position),
    index("calendar_answers_state").on(t.lioId, t.occurrenceId, t.state, t.position),
    index("calendar_answers_offered").on(t.lioId, t.offeredUntil),
    index("calendar_answers_person").on(t.lioId, t.personId),
    index("calendar_answers_group").on(t.lioId, t.groupId),
    index("calendar_answers_answered_by").on(t.lioId, t.answeredById),
    index("calendar_answers_whole").on(t.lioId, t.wholeId),
    oneOf("calendar_answers_state_word", t.state, PLACE_ANSWERS),
    check("calendar_answers_offer", sql`(${t.state} = 'offered') = (${t.offeredUntil} is not null)`),
    check("calendar_answers_came", sql`${t.cameAt} is null or ${t.missedAt} is null`),
  ],
)

/** The address of somebody's own calendar. A new row in the place of the old one, and the old address is dead. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  { lioId: lioId(), personId: uuid("person_id").notNull(), id: id(), madeAt: moment("made_at").notNull() },
  (t) => [primaryKey({ columns: [t.lioId, t.personId] }), belongs(t.personId, t.lioId, people, "cascade")],
)
