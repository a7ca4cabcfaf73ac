import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { DIGEST_RHYTHMS } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { people } from "./people"

export type Envelope = { from: string; replyTo: string | null; unsubscribe: string | null }

/** Groups the person speaks for, networks one of their groups is in, or staff. */
export type Basis = { groupIds?: string[]; networkIds?: string[]; staff?: true }

/** A letter in the outbox of an LIO. */
export type LetterRef = { lio: string; id: string }

/** A digest to somebody who gets one from other LIOs, too. */
export type Part = {
  /** Where the words of others stand in it: after so many characters. */
  at: { html: number; text: number }
  /** What its subject names, and how many things it tells of. */
  subject: string
  count: number
  /** What it says inside that of another LIO; null in the one that carries others. */
  said: { html: string; text: string } | null
}

/** The outbox. A letter is written with the fact it tells, frozen before its first try, and kept as proof. */
export const letters = pgTable(
  "letters",
  {
    lioId: lioId(),
    id: id(),
    /** The file in emails/ that says it. */
    letter: text("letter").notNull(),
    stream: text("stream").notNull(),
    personId: uuid("person_id"),
    toEmail: text("to_email").notNull(),
    toName: text("to_name"),
    props: jsonb("props").$type<Record<string, unknown>>(),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    /** From whom, where answers go, and the address that stops letters of this kind. */
    envelope: jsonb("envelope").$type<Envelope>(),
    /** What the person must still be when it goes out. */
    basis: jsonb("basis").$type<Basis>(),
    /** How it goes together with others; null: it stands alone. */
    part: jsonb("part").$type<Part>(),
    /** The letters of other LIOs that go out in this one. */
    carries: jsonb("carries").$type<LetterRef[]>(),
    /** The letter of another LIO in which this one goes out: it waits for it, and does as it does. */
    goesWith: jsonb("goes_with").$type<LetterRef>(),
    createdAt: createdAt(),
    frozenAt: moment("frozen_at"),
    /** Letters of one provider call share a batch; the batch id is the idempotency key. Set while a result is awaited. */
    batchId: uuid("batch_id"),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: moment("next_try_at"),
    /** A worker has it in hand until then. */
    claimedUntil: moment("claimed_until"),
    /** The first try of this batch: a result not known a day later is uncertain. */
    triedAt: moment("tried_at"),
    /** It was sent again because the first result was lost: the person may have it twice. */
    repeatedAt: moment("repeated_at"),
    sentAt: moment("sent_at"),
    providerId: text("provider_id"),
    /** The provider's answer was lost and its key has run out: shown to staff, never sent again by itself. */
    uncertainAt: moment("uncertain_at"),
    failedAt: moment("failed_at"),
    lastError: text("last_error"),
    /** Why it was not sent on purpose: suppressed, unsubscribed, left, … */
    skipped: text("skipped"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    index("letters_waiting")
      .on(t.lioId, sql`(stream <> 'service')`, t.createdAt, t.id)
      .where(sql`sent_at is null and skipped is null and failed_at is null and uncertain_at is null`),
    index("letters_created").on(t.lioId, t.createdAt),
    index("letters_person").on(t.lioId, t.personId, t.createdAt),
    index("letters_batch").on(t.lioId, t.batchId),
    index("letters_tested").on(t.lioId, t.createdAt).where(sql`letter = 'test-email'`),
    index("letters_going_with")
      .on(t.lioId, t.nextTryAt)
      .where(sql`goes_with is not null and sent_at is null`),
  ],
)

/** How much mail a person wants. Without a row: a weekly digest and every stream. */
export const preferences = pgTable(
  "preferences",
  {
    lioId: lioId(),
    personId: uuid("person_id").notNull(),
    digest: word<keyof typeof DIGEST_RHYTHMS>("digest").notNull().default("weekly"),
    /** Streams that were stopped. */
    stopped: text("stopped").array().notNull().default(sql`'{}'::text[]`),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.personId] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    oneOf("preferences_digest", t.digest, DIGEST_RHYTHMS),
  ],
)

/** One row a person and period: a second run in the same week sends nothing. */
export const digests = pgTable(
  "digests",
  {
    lioId: lioId(),
    id: id(),
    personId: uuid("person_id").notNull(),
    /** 2026-W48, 2026-11-23 or 2026-11. */
    period: text("period").notNull(),
    madeAt: moment("made_at").notNull(),
    letterId: uuid("letter_id"),
    /** nothing_new, unsubscribed, suppressed … when no letter was made. */
    skipped: text("skipped"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    belongs(t.letterId, t.lioId, letters, "cascade"),
    uniqueIndex("digests_once").on(t.lioId, t.personId, t.period),
    index("digests_letter").on(t.lioId, t.letterId),
  ],
)

/** Addresses this LIO must not write to: they bounced or complained. */
export const suppressions = pgTable(
  "suppressions",
  {
    lioId: lioId(),
    email: text("email").notNull(),
    reason: text("reason").notNull(),
    since: moment("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.email] })],
)

/** What a provider told of a letter afterwards, each once: a webhook may come five times. */
export const letterReports = pgTable(
  "letter_reports",
  {
    lioId: lioId(),
    /** The provider's own id of the message. */
    eventId: text("event_id").notNull(),
    kind: word<"bounce" | "soft_bounce" | "complaint">("kind").notNull(),
    email: text("email").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.eventId] }),
    index("letter_reports_email").on(t.lioId, t.email, t.at),
  ],
)
