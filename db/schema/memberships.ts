import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { CHASE_WAYS, MEMBERSHIP_PERIODS, MEMBERSHIP_STANDINGS } from "../vocabulary"
import { belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** A kind of membership that the LIO offers. */
export const membershipTypes = pgTable(
  "membership_types",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    about: text("about"),
    /** What members of this kind get, a line each. */
    entitlements: jsonb("entitlements").$type<string[]>().notNull().default([]),
    /** The stage of a group that has it. */
    standing: word<keyof typeof MEMBERSHIP_STANDINGS>("standing").notNull().default("member"),
    period: word<keyof typeof MEMBERSHIP_PERIODS>("period").notNull().default("rolling"),
    /** Length of a rolling period. */
    months: integer("months").notNull().default(12),
    /** First day of a fixed year, like 04-01. */
    yearStarts: text("year_starts"),
    /** Of a fixed year: who begins on or after this day, like 02-01, is a member to the end of the next year. */
    rollsOver: text("rolls_over"),
    /** Days after the end in which it still counts. */
    graceDays: integer("grace_days").notNull().default(30),
    /** Null: there is no fee. */
    feePence: integer("fee_pence"),
    /** Whether groups may ask for it on the public page. */
    openToJoin: boolean("open_to_join").notNull().default(true),
    /** Without a fee: a group that says it wants to renew has renewed, and staff need not decide. */
    renewsAtOnce: boolean("renews_at_once").notNull().default(false),
    /** Days before the end on which the renewal letter goes. */
    renewalDays: integer("renewal_days").notNull().default(30),
    position: integer("position").notNull().default(0),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    oneOf("membership_types_standing", t.standing, MEMBERSHIP_STANDINGS),
    oneOf("membership_types_period", t.period, MEMBERSHIP_PERIODS),
    check("membership_types_months", sql`${t.months} between 1 and 120`),
    check("membership_types_fee", sql`${t.feePence} >= 0`),
  ],
)

/** A group's membership for one period. Its state follows from the dates and is never kept. */
export const memberships = pgTable(
  "memberships",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    typeId: uuid("type_id").notNull(),
    /** Null: began before anybody wrote it down. */
    startsOn: date("starts_on"),
    /** The last day; null: until it is ended. */
    endsOn: date("ends_on"),
    /** What was asked for this period; null: nothing. */
    feePence: integer("fee_pence"),
    paidOn: date("paid_on"),
    cancelledOn: date("cancelled_on"),
    cancelledReason: text("cancelled_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.typeId, t.lioId, membershipTypes),
    index("memberships_group").on(t.lioId, t.groupId, t.startsOn),
    index("memberships_ends").on(t.lioId, t.endsOn),
    check("memberships_dates", sql`${t.endsOn} >= ${t.startsOn}`),
    index("memberships_type").on(t.lioId, t.typeId),
  ],
)

/** A group asks to join or to renew; staff decide. */
export const membershipRequests = pgTable(
  "membership_requests",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    /** Null until a new group's request is accepted. */
    groupId: uuid("group_id"),
    typeId: uuid("type_id").notNull(),
    kind: word<"join" | "renewal">("kind").notNull(),
    /** What the asker said of a new group and of themselves. */
    said: jsonb("said").$type<Record<string, string | null>>().notNull().default({}),
    personId: uuid("person_id"),
    askedAt: moment("asked_at").notNull(),
    decidedAt: moment("decided_at"),
    decision: word<"accepted" | "refused">("decision"),
    reason: text("reason"),
    decidedBy: text("decided_by"),
    membershipId: uuid("membership_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.typeId, t.lioId, membershipTypes),
    belongs(t.personId, t.lioId, people),
    belongs(t.membershipId, t.lioId, memberships),
    index("membership_requests_waiting").on(t.lioId, t.decidedAt, t.askedAt),
    index("membership_requests_group").on(t.lioId, t.groupId),
    check("membership_requests_kind", sql`${t.kind} in ('join', 'renewal')`),
    check("membership_requests_decision", sql`${t.decision} in ('accepted', 'refused')`),
    index("membership_requests_membership").on(t.lioId, t.membershipId),
    index("membership_requests_person").on(t.lioId, t.personId),
    index("membership_requests_type").on(t.lioId, t.typeId),
  ],
)

/** Each time a group was asked to renew: the chase log. */
export const membershipChases = pgTable(
  "membership_chases",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    /** The membership that ends or has ended. */
    membershipId: uuid("membership_id").notNull(),
    at: moment("at").notNull(),
    how: word<keyof typeof CHASE_WAYS>("how").notNull(),
    /** Which of Trellis's own letters it was; null for what staff did by hand. */
    step: word<"before" | "grace">("step"),
    note: text("note"),
    /** Who asked; null for Trellis itself. */
    byPersonId: uuid("by_person_id"),
    /** Who was asked, when it was a letter. */
    toPersonId: uuid("to_person_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.membershipId, t.lioId, memberships, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    belongs(t.toPersonId, t.lioId, people),
    index("membership_chases_membership").on(t.lioId, t.membershipId, t.at),
    index("membership_chases_group").on(t.lioId, t.groupId),
    oneOf("membership_chases_how", t.how, CHASE_WAYS),
    check("membership_chases_step", sql`${t.step} in ('before', 'grace')`),
    uniqueIndex("membership_chases_once")
      .on(t.lioId, t.membershipId, t.step, t.toPersonId)
      .where(sql`${t.step} is not null`),
    index("membership_chases_by_person").on(t.lioId, t.byPersonId),
    index("membership_chases_to_person").on(t.lioId, t.toPersonId),
  ],
)
