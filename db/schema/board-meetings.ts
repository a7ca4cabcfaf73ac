import { sql } from "drizzle-orm"
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { PROMISE_ENDINGS, RAISED_STATES } from "../vocabulary"
import { boards } from "./boards"
import { calendarDates } from "./calendar"
import { belongs, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { needs } from "./needs"
import { people } from "./people"
import { askReplies } from "./replies"
import { asks } from "./representations"

/** A meeting of a board; its day stands in the calendar, under the same id. */
export const boardMeetings = pgTable(
  "board_meetings",
  {
    lioId: lioIdOfOwner(),
    id: uuid("id").notNull(),
    boardId: uuid("board_id").notNull(),
    /** What will be talked about, as far as it is known. */
    agenda: text("agenda"),
    /** The networks were asked what to raise. */
    askedAt: moment("asked_at"),
    /** Its representative was asked for a report, and reminded of it. */
    reportAskedAt: moment("report_asked_at"),
    remindedAt: moment("reminded_at"),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.id, t.lioId, calendarDates, "cascade"),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    index("board_meetings_board").on(t.lioId, t.boardId),
    index("board_meetings_added_by").on(t.lioId, t.addedBy),
  ],
)

/** What a group wants to have raised at a meeting, and what it was told of it. */
export const raisedQuestions = pgTable(
  "raised_questions",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    meetingId: uuid("meeting_id").notNull(),
    boardId: uuid("board_id").notNull(),
    groupId: uuid("group_id").notNull(),
    words: text("words").notNull(),
    askedAt: moment("asked_at").notNull(),
    askedBy: uuid("asked_by"),
    state: word<keyof typeof RAISED_STATES>("state").notNull().default("waiting"),
    /** What the group is told: what was said to it, or why it was not raised. */
    reply: text("reply"),
    repliedAt: moment("replied_at"),
    repliedBy: uuid("replied_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.meetingId, t.lioId, boardMeetings, "cascade"),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.askedBy, t.lioId, people),
    belongs(t.repliedBy, t.lioId, people),
    index("raised_questions_meeting").on(t.lioId, t.meetingId, t.askedAt),
    index("raised_questions_board").on(t.lioId, t.boardId),
    index("raised_questions_group").on(t.lioId, t.groupId),
    index("raised_questions_asked_by").on(t.lioId, t.askedBy),
    index("raised_questions_replied_by").on(t.lioId, t.repliedBy),
    oneOf("raised_questions_state", t.state, RAISED_STATES),
  ],
)

/** What the representative takes to a meeting: gathered a week before, then edited by staff. */
export const meetingBriefs = pgTable(
  "meeting_briefs",
  {
    lioId: lioIdOfOwner(),
    meetingId: uuid("meeting_id").notNull(),
    boardId: uuid("board_id").notNull(),
    /** What was gathered, section by section, as it was at `gathered_at`. */
    content: jsonb("content").notNull(),
    gatheredAt: moment("gathered_at").notNull(),
    /** What staff say before it. */
    words: text("words"),
    /** Keys of what staff left out. */
    leftOut: text("left_out").array().notNull().default(sql`'{}'::text[]`),
    /** Counts changes of what staff say. */
    version: integer("version").notNull().default(0),
    sentAt: moment("sent_at"),
    sentBy: uuid("sent_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.meetingId] }),
    belongs(t.meetingId, t.lioId, boardMeetings, "cascade"),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.sentBy, t.lioId, people),
    index("meeting_briefs_board").on(t.lioId, t.boardId),
    index("meeting_briefs_sent_by").on(t.lioId, t.sentBy),
  ],
)

/** What a representative brings back from a meeting, in four boxes. A draft is theirs until it is sent, then staff read it, then the groups. */
export const meetingReports = pgTable(
  "meeting_reports",
  {
    lioId: lioIdOfOwner(),
    meetingId: uuid("meeting_id").notNull(),
    boardId: uuid("board_id").notNull(),
    decided: text("decided"),
    said: text("said"),
    promised: text("promised"),
    needed: text("needed"),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by"),
    version: integer("version").notNull().default(0),
    sentAt: moment("sent_at"),
    sentBy: uuid("sent_by"),
    /** What staff asked for when they gave it back. */
    givenBack: text("given_back"),
    publishedAt: moment("published_at"),
    publishedBy: uuid("published_by"),
    /** As it was sent, where staff changed words before the groups read it. */
    asSent: jsonb("as_sent"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.meetingId] }),
    belongs(t.meetingId, t.lioId, boardMeetings, "cascade"),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.savedBy, t.lioId, people),
    belongs(t.sentBy, t.lioId, people),
    belongs(t.publishedBy, t.lioId, people),
    index("meeting_reports_board").on(t.lioId, t.boardId),
    index("meeting_reports_published").on(t.lioId, t.publishedAt),
    index("meeting_reports_saved_by").on(t.lioId, t.savedBy),
    index("meeting_reports_sent_by").on(t.lioId, t.sentBy),
    index("meeting_reports_published_by").on(t.lioId, t.publishedBy),
    check("meeting_reports_published_after", sql`${t.publishedAt} is null or ${t.sentAt} is not null`),
  ],
)

/** Something that a body promised at a board. Of one that answers an ask, the reply to it (`reply_id`) says how it ended. */
export const boardPromises = pgTable(
  "board_promises",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    boardId: uuid("board_id").notNull(),
    meetingId: uuid("meeting_id"),
    bodyId: uuid("body_id").notNull(),
    words: text("words").notNull(),
    /** Who promised it, as people say it. */
    promisedBy: text("promised_by"),
    promisedOn: date("promised_on").notNull(),
    dueOn: date("due_on"),
    replyId: uuid("reply_id"),
    ending: word<keyof typeof PROMISE_ENDINGS>("ending"),
    outcome: text("outcome"),
    endedOn: date("ended_on"),
    /** Staff were told that its day is past. */
    remindedAt: moment("reminded_at"),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.meetingId, t.lioId, boardMeetings, "cascade"),
    belongs(t.bodyId, t.lioId, groups),
    belongs(t.replyId, t.lioId, askReplies),
    belongs(t.addedBy, t.lioId, people),
    index("board_promises_board").on(t.lioId, t.boardId, t.promisedOn),
    index("board_promises_meeting").on(t.lioId, t.meetingId),
    index("board_promises_body").on(t.lioId, t.bodyId),
    index("board_promises_reply").on(t.lioId, t.replyId),
    index("board_promises_added_by").on(t.lioId, t.addedBy),
    oneOf("board_promises_ending", t.ending, PROMISE_ENDINGS),
    check(
      "board_promises_ended",
      sql`num_nonnulls(${t.ending}, ${t.outcome}, ${t.endedOn}) in (0, 3) and (${t.ending} is null or ${t.replyId} is null)`,
    ),
  ],
)

/** A need that a promise would meet. */
export const boardPromiseNeeds = pgTable(
  "board_promise_needs",
  { lioId: lioIdOfOwner(), promiseId: uuid("promise_id").notNull(), needId: uuid("need_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.promiseId, t.needId] }),
    belongs(t.promiseId, t.lioId, boardPromises, "cascade"),
    belongs(t.needId, t.lioId, needs, "cascade"),
    index("board_promise_needs_need").on(t.lioId, t.needId),
  ],
)

/** An ask was put at a meeting. */
export const meetingAsks = pgTable(
  "meeting_asks",
  { lioId: lioId(), meetingId: uuid("meeting_id").notNull(), askId: uuid("ask_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.meetingId, t.askId] }),
    belongs(t.meetingId, t.lioId, boardMeetings, "cascade"),
    belongs(t.askId, t.lioId, asks, "cascade"),
    index("meeting_asks_ask").on(t.lioId, t.askId),
  ],
)
