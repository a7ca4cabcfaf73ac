import { sql } from "drizzle-orm"
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { QUESTION_KINDS } from "../vocabulary"
import { type AnswerValue, asked } from "./asking"
import { calendarAnswers, calendarDates } from "./calendar"
import { belongs, createdAt, id, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { terms } from "./groups"
import { people } from "./people"

/** An event or a course that people book; its dates stand in the calendar, under the same id. */
export const bookableEvents = pgTable(
  "bookable_events",
  {
    lioId: lioIdOfOwner(),
    id: uuid("id").notNull(),
    /** What it costs, in words; null: nothing is said. */
    price: text("price"),
    addedAt: createdAt(),
    addedBy: uuid("added_by"),
    /** Who can see and book it once it is published: anybody, or only those whom staff book in. */
    openTo: word<"public" | "staff">("open_to").notNull(),
    /** From then on people can book. */
    publishedAt: moment("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.id, t.lioId, calendarDates, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    check("bookable_events_open_to", sql`${t.openTo} in ('public', 'staff')`),
    index("bookable_events_added_by").on(t.lioId, t.addedBy),
  ],
)

/** What an event is about: words of the LIO's list of themes. */
export const eventTerms = pgTable(
  "event_terms",
  { lioId: lioIdOfOwner(), eventId: uuid("event_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.eventId, t.termId] }),
    belongs(t.eventId, t.lioId, calendarDates, "cascade"),
    belongs(t.termId, t.lioId, terms, "cascade"),
    index("event_terms_term").on(t.lioId, t.termId),
  ],
)

/** What those who booked need: for those who run the event, and gone a month after it. */
export const bookingNeeds = pgTable(
  "booking_needs",
  {
    lioId: lioIdOfOwner(),
    answerId: uuid("answer_id").notNull(),
    access: text("access"),
    food: text("food"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.answerId] }),
    belongs(t.answerId, t.lioId, calendarAnswers, "cascade"),
  ],
)

/** What those who came to an event are asked about it: questions like those of consultations. */
export const feedbackQuestions = pgTable(
  "feedback_questions",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    eventId: uuid("event_id").notNull(),
    ...asked(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.eventId, t.lioId, bookableEvents, "cascade"),
    index("feedback_questions_event").on(t.lioId, t.eventId, t.position),
    oneOf("feedback_questions_kind", t.kind, QUESTION_KINDS),
  ],
)

/** What those who came say of an event: one row a booking, with what it said to each question by its id. */
export const eventFeedback = pgTable(
  "event_feedback",
  {
    lioId: lioIdOfOwner(),
    answerId: uuid("answer_id").notNull(),
    answers: jsonb("answers").$type<Record<string, AnswerValue>>().notNull(),
    saidAt: moment("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.answerId] }),
    belongs(t.answerId, t.lioId, calendarAnswers, "cascade"),
  ],
)

/** How events are found by words. */
export const findableEvents = findable({
  table: "calendar_dates",
  kind: "event",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, about, place)",
  audience: "audience",
  gone: "kind <> 'event' or cancelled_at is not null",
  looksAt: ["kind", "title", "about", "place", "audience", "cancelled_at"],
})
