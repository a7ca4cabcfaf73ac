import { date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { FILED_REPLIES, PROMISE_ENDINGS } from "../vocabulary"
import { belongs, id, lioId, moment, oneOf, word } from "./columns"
import { files } from "./files"
import { groups } from "./groups"
import { needs } from "./needs"
import { people } from "./people"
import { asks, representations } from "./representations"

/** What a body said to an ask, as it was filed: nothing is changed, the last one counts. With `promisedBy` it is a promise. */
export const askReplies = pgTable(
  "ask_replies",
  {
    lioId: lioId(),
    id: id(),
    askId: uuid("ask_id").notNull(),
    reply: word<keyof typeof FILED_REPLIES>("reply").notNull(),
    words: text("words"),
    reason: text("reason"),
    repliedOn: date("replied_on"),
    /** Who wrote it, for the body. */
    sender: text("sender"),
    promisedBy: text("promised_by"),
    promisedFor: date("promised_for"),
    /** The letter or email in which it came. */
    fileId: uuid("file_id"),
    enteredAt: moment("entered_at").notNull(),
    enteredBy: uuid("entered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.askId, t.lioId, asks, "cascade"),
    belongs(t.fileId, t.lioId, files),
    belongs(t.enteredBy, t.lioId, people),
    index("ask_replies_ask").on(t.lioId, t.askId, t.enteredAt),
    index("ask_replies_file").on(t.lioId, t.fileId),
    index("ask_replies_entered_by").on(t.lioId, t.enteredBy),
    oneOf("ask_replies_reply", t.reply, FILED_REPLIES),
  ],
)

/** What then happened to an ask, as it was filed; with `promiseId` it is how that promise ended. */
export const askOutcomes = pgTable(
  "ask_outcomes",
  {
    lioId: lioId(),
    id: id(),
    askId: uuid("ask_id").notNull(),
    promiseId: uuid("promise_id"),
    ending: word<keyof typeof PROMISE_ENDINGS>("ending"),
    outcome: text("outcome").notNull(),
    outcomeOn: date("outcome_on").notNull(),
    enteredAt: moment("entered_at").notNull(),
    enteredBy: uuid("entered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.askId, t.lioId, asks, "cascade"),
    belongs(t.promiseId, t.lioId, askReplies, "cascade"),
    belongs(t.enteredBy, t.lioId, people),
    index("ask_outcomes_ask").on(t.lioId, t.askId, t.enteredAt),
    index("ask_outcomes_promise").on(t.lioId, t.promiseId),
    index("ask_outcomes_entered_by").on(t.lioId, t.enteredBy),
    oneOf("ask_outcomes_ending", t.ending, PROMISE_ENDINGS),
  ],
)

/** A need that an outcome met. */
export const outcomeNeeds = pgTable(
  "outcome_needs",
  { lioId: lioId(), outcomeId: uuid("outcome_id").notNull(), needId: uuid("need_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.outcomeId, t.needId] }),
    belongs(t.outcomeId, t.lioId, askOutcomes, "cascade"),
    belongs(t.needId, t.lioId, needs, "cascade"),
    index("outcome_needs_need").on(t.lioId, t.needId),
  ],
)

/** A polite reminder that was emailed to whoever should reply: one a day at most. */
export const representationChasers = pgTable(
  "representation_chasers",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    on: date("on_day").notNull(),
    toName: text("to_name"),
    toEmail: text("to_email").notNull(),
    words: text("words"),
    sentAt: moment("sent_at").notNull(),
    sentBy: uuid("sent_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.sentBy, t.lioId, people),
    uniqueIndex("representation_chasers_day").on(t.lioId, t.representationId, t.on),
    index("representation_chasers_sent_by").on(t.lioId, t.sentBy),
  ],
)

/** What a body says of its figures in the scorecard, in its own words: only added to, the last one is shown. */
export const bodyComments = pgTable(
  "body_comments",
  {
    lioId: lioId(),
    id: id(),
    bodyId: uuid("body_id").notNull(),
    words: text("words").notNull(),
    /** Who wrote it, for the body. */
    sender: text("sender").notNull(),
    saidOn: date("said_on").notNull(),
    enteredAt: moment("entered_at").notNull(),
    enteredBy: uuid("entered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.bodyId, t.lioId, groups, "cascade"),
    belongs(t.enteredBy, t.lioId, people),
    index("body_comments_body").on(t.lioId, t.bodyId, t.enteredAt),
    index("body_comments_entered_by").on(t.lioId, t.enteredBy),
  ],
)
