import { sql } from "drizzle-orm"
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { FILED_REPLIES, SEND_WAYS } from "../vocabulary"
import { belongs, id, lioId, moment, oneOf, word } from "./columns"
import { people } from "./people"
import { askReplies } from "./replies"
import { asks, representations } from "./representations"

/** A version that went to somebody: emailed from here, or sent by other ways and noted. */
export const representationSends = pgTable(
  "representation_sends",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    version: integer("version").notNull(),
    /** Null: nobody noted how. */
    how: word<keyof typeof SEND_WAYS>("how"),
    toName: text("to_name"),
    toEmail: text("to_email"),
    /** Addresses that got a copy. */
    copies: text("copies").array().notNull().default(sql`'{}'::text[]`),
    words: text("words"),
    sentOn: date("sent_on").notNull(),
    /** When it was entered; of one that was emailed from here, the moment of its email. */
    enteredAt: moment("entered_at").notNull(),
    enteredBy: uuid("entered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.enteredBy, t.lioId, people),
    index("representation_sends_of").on(t.lioId, t.representationId),
    index("representation_sends_entered_by").on(t.lioId, t.enteredBy),
    oneOf("representation_sends_how", t.how, SEND_WAYS),
  ],
)

/** A link by which a body reads a paper that was sent to it, and answers each ask. */
export const replyLinks = pgTable(
  "reply_links",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    /** Whom it was made for. */
    name: text("name").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: uuid("made_by"),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.madeBy, t.lioId, people),
    belongs(t.endedBy, t.lioId, people),
    index("reply_links_of").on(t.lioId, t.representationId),
    index("reply_links_made_by").on(t.lioId, t.madeBy),
    index("reply_links_ended_by").on(t.lioId, t.endedBy),
  ],
)

/** What a body entered by its link: nothing of it counts until staff have accepted it. Without an ask: that it has the paper. */
export const proposedReplies = pgTable(
  "proposed_replies",
  {
    lioId: lioId(),
    id: id(),
    linkId: uuid("link_id").notNull(),
    askId: uuid("ask_id"),
    reply: word<keyof typeof FILED_REPLIES>("reply").notNull(),
    words: text("words"),
    reason: text("reason"),
    promisedBy: text("promised_by"),
    promisedFor: date("promised_for"),
    sender: text("sender").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by"),
    /** What was filed when staff accepted it. */
    replyId: uuid("reply_id"),
    refusedReason: text("refused_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.linkId, t.lioId, replyLinks, "cascade"),
    belongs(t.askId, t.lioId, asks, "cascade"),
    belongs(t.replyId, t.lioId, askReplies),
    belongs(t.decidedBy, t.lioId, people),
    index("proposed_replies_link").on(t.lioId, t.linkId),
    index("proposed_replies_ask").on(t.lioId, t.askId),
    index("proposed_replies_reply").on(t.lioId, t.replyId),
    index("proposed_replies_decided_by").on(t.lioId, t.decidedBy),
    uniqueIndex("proposed_replies_open")
      .on(t.lioId, t.linkId, sql`coalesce(ask_id, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`decided_at is null`),
    oneOf("proposed_replies_reply_kind", t.reply, FILED_REPLIES),
  ],
)
