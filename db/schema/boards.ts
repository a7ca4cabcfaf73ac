import { sql } from "drizzle-orm"
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { CHOSEN_BY, SEAT_HOLDERS, TERM_ENDINGS } from "../vocabulary"
import { audience, belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups, terms } from "./groups"
import { needs } from "./needs"
import { networks } from "./networks"
import { people } from "./people"

/** A board or partnership of statutory bodies on which the sector sits, or should. */
export const boards = pgTable(
  "boards",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    purpose: text("purpose"),
    /** What it may decide, how it works: its terms of reference, or where they are. */
    terms: text("terms"),
    website: text("website"),
    /** Who looks after it at the body, with how to reach them: for staff and representatives. */
    contact: text("contact"),
    createdAt: createdAt(),
    /** Stands on the public page since. */
    shownAt: moment("shown_at"),
    endedOn: date("ended_on"),
    endedReason: text("ended_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    check("boards_ended", sql`(${t.endedOn} is null) = (${t.endedReason} is null)`),
  ],
)

/** A statutory body that sits on a board. */
export const boardBodies = pgTable(
  "board_bodies",
  { lioId: lioIdOfOwner(), boardId: uuid("board_id").notNull(), bodyId: uuid("body_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.boardId, t.bodyId] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.bodyId, t.lioId, groups),
    index("board_bodies_body").on(t.lioId, t.bodyId),
  ],
)

/** A network that is asked what to raise at a board, and hears what came of it. */
export const boardNetworks = pgTable(
  "board_networks",
  { lioId: lioIdOfOwner(), boardId: uuid("board_id").notNull(), networkId: uuid("network_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.boardId, t.networkId] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.networkId, t.lioId, networks, "cascade"),
    index("board_networks_network").on(t.lioId, t.networkId),
  ],
)

/** A theme that a board is about. */
export const boardThemes = pgTable(
  "board_themes",
  { lioId: lioIdOfOwner(), boardId: uuid("board_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.boardId, t.termId] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.termId, t.lioId, terms),
    index("board_themes_term").on(t.lioId, t.termId),
  ],
)

/** A seat of the sector on a board. */
export const seats = pgTable(
  "seats",
  {
    lioId: lioId(),
    id: id(),
    boardId: uuid("board_id").notNull(),
    title: text("title").notNull(),
    /** For whom its representative speaks, and what they may agree to. */
    mandate: text("mandate"),
    /** What the role asks: the work, and who would do it well. */
    role: text("role"),
    /** How much of somebody’s time it takes, as people say it. */
    time: text("time_asked"),
    /** How long a term lasts, in months. */
    termMonths: integer("term_months"),
    createdAt: createdAt(),
    endedOn: date("ended_on"),
    endedReason: text("ended_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    index("seats_board").on(t.lioId, t.boardId),
    check("seats_term_months", sql`${t.termMonths} between 1 and 120`),
    check("seats_ended", sql`(${t.endedOn} is null) = (${t.endedReason} is null)`),
  ],
)

/** Somebody holds a seat, or stands in for whoever does, from one day until before the day on which it ended. */
export const seatTerms = pgTable(
  "seat_terms",
  {
    lioId: lioId(),
    id: id(),
    seatId: uuid("seat_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** The group they came from, as it was then. */
    groupId: uuid("group_id"),
    holds: word<keyof typeof SEAT_HOLDERS>("holds").notNull(),
    chosenBy: word<keyof typeof CHOSEN_BY>("chosen_by").notNull(),
    chosenNote: text("chosen_note"),
    startsOn: date("starts_on").notNull(),
    /** When it is planned to end; whoever holds it stays until it has ended. */
    endsOn: date("ends_on"),
    endedOn: date("ended_on"),
    ending: word<keyof typeof TERM_ENDINGS>("ending"),
    endedReason: text("ended_reason"),
    /** What they leave to whoever comes after them: for those who sit on the board, and staff. */
    handover: text("handover"),
    /** They agreed that the public page names them, then. */
    namedAt: moment("named_at"),
    /** When they were last asked to declare their interests. */
    askedToDeclareAt: moment("asked_to_declare_at"),
    /** Staff were reminded that it ends. */
    remindedAt: moment("reminded_at"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.seatId, t.lioId, seats, "cascade"),
    belongs(t.personId, t.lioId, people),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.createdBy, t.lioId, people),
    index("seat_terms_seat").on(t.lioId, t.seatId, t.startsOn),
    index("seat_terms_person").on(t.lioId, t.personId),
    index("seat_terms_group").on(t.lioId, t.groupId),
    index("seat_terms_created_by").on(t.lioId, t.createdBy),
    oneOf("seat_terms_holds", t.holds, SEAT_HOLDERS),
    oneOf("seat_terms_chosen_by", t.chosenBy, CHOSEN_BY),
    oneOf("seat_terms_ending", t.ending, TERM_ENDINGS),
    check("seat_terms_ended", sql`(${t.endedOn} is null) = (${t.ending} is null)`),
    check("seat_terms_order", sql`coalesce(${t.endedOn}, ${t.endsOn}, ${t.startsOn}) >= ${t.startsOn}`),
  ],
)

/** What a representative declares for a year: what could sway them, or that there is nothing. Only added to, the last counts. */
export const interestDeclarations = pgTable(
  "interest_declarations",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    termId: uuid("term_id").notNull(),
    boardId: uuid("board_id").notNull(),
    /** Null: nothing to declare. */
    words: text("words"),
    declaredOn: date("declared_on").notNull(),
    enteredAt: moment("entered_at").notNull(),
    enteredBy: uuid("entered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.termId, t.lioId, seatTerms, "cascade"),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.enteredBy, t.lioId, people),
    index("interest_declarations_term").on(t.lioId, t.termId, t.declaredOn),
    index("interest_declarations_board").on(t.lioId, t.boardId),
    index("interest_declarations_entered_by").on(t.lioId, t.enteredBy),
  ],
)

/** Something a board decided on a day that matters to the sector. */
export const boardDecisions = pgTable(
  "board_decisions",
  {
    lioId: lioId(),
    id: id(),
    boardId: uuid("board_id").notNull(),
    on: date("on_day").notNull(),
    words: text("words").notNull(),
    audience: audience(),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    index("board_decisions_board").on(t.lioId, t.boardId, t.on),
    index("board_decisions_added_by").on(t.lioId, t.addedBy),
  ],
)

/** A theme that a decision is about. */
export const boardDecisionThemes = pgTable(
  "board_decision_themes",
  { lioId: lioIdOfOwner(), decisionId: uuid("decision_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.decisionId, t.termId] }),
    belongs(t.decisionId, t.lioId, boardDecisions, "cascade"),
    belongs(t.termId, t.lioId, terms),
    index("board_decision_themes_term").on(t.lioId, t.termId),
  ],
)

/** A need that a decision touches. */
export const boardDecisionNeeds = pgTable(
  "board_decision_needs",
  { lioId: lioIdOfOwner(), decisionId: uuid("decision_id").notNull(), needId: uuid("need_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.decisionId, t.needId] }),
    belongs(t.decisionId, t.lioId, boardDecisions, "cascade"),
    belongs(t.needId, t.lioId, needs, "cascade"),
    index("board_decision_needs_need").on(t.lioId, t.needId),
  ],
)

/** How boards are found by words. */
export const findableBoards = findable({
  table: "boards",
  kind: "board",
  title: "name",
  folded: "name",
  words: "concat_ws(' ', name, purpose)",
  audience: "'staff'",
  gone: "false",
  looksAt: ["name", "purpose"],
})
