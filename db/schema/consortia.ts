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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { BID_OUTCOMES } from "../vocabulary"
import { belongs, id, lioId, lioIdOfOwner, moment, oneOf, pence, word } from "./columns"
import { bids } from "./funding"
import { groups } from "./groups"
import { opportunities } from "./opportunities"
import { people } from "./people"

/** Groups that bid together for one opportunity. That it is there, and of which groups, is all that others may know. */
export const consortia = pgTable(
  "consortia",
  {
    lioId: lioId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    formedAt: moment("formed_at").notNull(),
    formedBy: uuid("formed_by"),
    dissolvedAt: moment("dissolved_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.opportunityId, t.lioId, opportunities),
    belongs(t.formedBy, t.lioId, people),
    index("consortia_opportunity").on(t.lioId, t.opportunityId),
    index("consortia_formed_by").on(t.lioId, t.formedBy),
  ],
)

/** A group that was asked into a consortium, or proposed by staff (`invited_at` is null until the consortium asks it). */
export const consortiumGroups = pgTable(
  "consortium_groups",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    consortiumId: uuid("consortium_id").notNull(),
    groupId: uuid("group_id").notNull(),
    /** The group as which it was asked: a merge moves the one and not the other, so nobody comes in by it. */
    askedAs: uuid("asked_as").notNull(),
    leads: boolean("leads").notNull().default(false),
    invitedAt: moment("invited_at"),
    acceptedAt: moment("accepted_at"),
    declinedAt: moment("declined_at"),
    leftAt: moment("left_at"),
    /** It was removed by the group that leads. */
    removed: boolean("removed").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consortiumId, t.lioId, consortia, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    uniqueIndex("consortium_groups_once").on(t.lioId, t.consortiumId, t.groupId),
    index("consortium_groups_group").on(t.lioId, t.groupId),
    check("consortium_groups_asked_first", sql`${t.acceptedAt} is null or ${t.invitedAt} is not null`),
    check("consortium_groups_removed", sql`${t.removed} = false or ${t.leftAt} is not null`),
  ],
)

/** Somebody who was let into the room of a consortium by name: of a group, or of the staff (`group_id` is null). */
export const consortiumPeople = pgTable(
  "consortium_people",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    consortiumId: uuid("consortium_id").notNull(),
    opportunityId: uuid("opportunity_id").notNull(),
    groupId: uuid("group_id"),
    personId: uuid("person_id").notNull(),
    namedAt: moment("named_at").notNull(),
    namedBy: uuid("named_by"),
    enteredAt: moment("entered_at"),
    /** Who entered: people who become one with somebody bring nobody in. */
    enteredAs: uuid("entered_as"),
    leftAt: moment("left_at"),
    /** They left because of an interest elsewhere. */
    recused: boolean("recused").notNull().default(false),
    /** Until when they were in another room for the same opportunity, as they said on entering. */
    elsewhereUntil: date("elsewhere_until"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consortiumId, t.lioId, consortia, "cascade"),
    belongs(t.opportunityId, t.lioId, opportunities),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.personId, t.lioId, people),
    belongs(t.namedBy, t.lioId, people),
    uniqueIndex("consortium_people_once").on(t.lioId, t.consortiumId, t.personId),
    uniqueIndex("consortium_people_in_one_room")
      .on(t.lioId, t.opportunityId, t.personId)
      .where(sql`entered_at is not null and left_at is null`),
    index("consortium_people_opportunity").on(t.lioId, t.opportunityId),
    index("consortium_people_group").on(t.lioId, t.groupId),
    index("consortium_people_person").on(t.lioId, t.personId),
    index("consortium_people_named_by").on(t.lioId, t.namedBy),
    check(
      "consortium_people_entered",
      sql`num_nonnulls(${t.enteredAt}, ${t.enteredAs}) in (0, 2) and (${t.recused} = false or ${t.leftAt} is not null)`,
    ),
  ],
)

/** What every table of the room begins with: its rows are for the people in it and nobody else. */
const inside = {
  lioId: lioIdOfOwner(),
  consortiumId: uuid("consortium_id").notNull(),
  /** Always `consortium:ID`. */
  audience: text("audience").notNull(),
}
const within = (
  name: string,
  t: { lioId: AnyPgColumn; consortiumId: AnyPgColumn; audience: AnyPgColumn },
) => [
  belongs(t.consortiumId, t.lioId, consortia, "cascade"),
  check(`${name}_audience`, sql`${t.audience} = 'consortium:' || ${t.consortiumId}`),
]

/** A version of the terms of working together. The last is the one to agree to. */
export const consortiumTerms = pgTable(
  "consortium_terms",
  {
    ...inside,
    /** By this it’s found. */
    id: id(),
    version: integer("version").notNull(),
    words: text("words").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    proposedBy: uuid("proposed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consortiumId, t.version] }),
    ...within("consortium_terms", t),
    uniqueIndex("consortium_terms_id").on(t.lioId, t.id),
    belongs(t.proposedBy, t.lioId, people),
    index("consortium_terms_proposed_by").on(t.lioId, t.proposedBy),
  ],
)

/** A group agrees to a version of the terms. */
export const consortiumAgreements = pgTable(
  "consortium_agreements",
  {
    ...inside,
    version: integer("version").notNull(),
    groupId: uuid("group_id").notNull(),
    agreedAt: moment("agreed_at").notNull(),
    agreedBy: uuid("agreed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consortiumId, t.version, t.groupId] }),
    ...within("consortium_agreements", t),
    foreignKey({
      columns: [t.lioId, t.consortiumId, t.version],
      foreignColumns: [consortiumTerms.lioId, consortiumTerms.consortiumId, consortiumTerms.version],
    }).onDelete("cascade"),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.agreedBy, t.lioId, people),
    index("consortium_agreements_group").on(t.lioId, t.groupId),
    index("consortium_agreements_agreed_by").on(t.lioId, t.agreedBy),
  ],
)

/** What a consortium has decided. */
export const consortiumDecisions = pgTable(
  "consortium_decisions",
  {
    ...inside,
    id: id(),
    words: text("words").notNull(),
    decidedOn: date("decided_on").notNull(),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    ...within("consortium_decisions", t),
    belongs(t.notedBy, t.lioId, people),
    index("consortium_decisions_consortium").on(t.lioId, t.consortiumId),
    index("consortium_decisions_noted_by").on(t.lioId, t.notedBy),
  ],
)

/** Something that one of the groups, or one person of the room, does for the bid. */
export const consortiumTasks = pgTable(
  "consortium_tasks",
  {
    ...inside,
    id: id(),
    what: text("what").notNull(),
    personId: uuid("person_id").notNull(),
    dueOn: date("due_on"),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
    doneAt: moment("done_at"),
    doneBy: uuid("done_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    ...within("consortium_tasks", t),
    belongs(t.personId, t.lioId, people),
    belongs(t.addedBy, t.lioId, people),
    belongs(t.doneBy, t.lioId, people),
    index("consortium_tasks_consortium").on(t.lioId, t.consortiumId),
    index("consortium_tasks_person").on(t.lioId, t.personId),
    index("consortium_tasks_added_by").on(t.lioId, t.addedBy),
    index("consortium_tasks_done_by").on(t.lioId, t.doneBy),
  ],
)

/** A question in the room, or an answer to one. */
export const consortiumPosts = pgTable(
  "consortium_posts",
  {
    ...inside,
    id: id(),
    /** The question that it answers; null: it is one. */
    answersId: uuid("answers_id"),
    words: text("words").notNull(),
    saidAt: moment("said_at").notNull(),
    saidBy: uuid("said_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    ...within("consortium_posts", t),
    foreignKey({ columns: [t.lioId, t.answersId], foreignColumns: [t.lioId, t.id] }).onDelete("cascade"),
    belongs(t.saidBy, t.lioId, people),
    index("consortium_posts_consortium").on(t.lioId, t.consortiumId),
    index("consortium_posts_answers").on(t.lioId, t.answersId),
    index("consortium_posts_said_by").on(t.lioId, t.saidBy),
  ],
)

/** What became of the bid of a consortium. Sums are in pence. */
export const consortiumBids = pgTable(
  "consortium_bids",
  {
    ...inside,
    submittedOn: date("submitted_on").notNull(),
    /** To whom it went. */
    wentTo: text("went_to").notNull(),
    asked: pence("asked"),
    outcome: word<keyof typeof BID_OUTCOMES>("outcome"),
    decidedOn: date("decided_on"),
    awarded: pence("awarded"),
    /** The bid in the funding ledger, once it is won. */
    bidId: uuid("bid_id"),
    /** What the buyer said of it, and what the groups would do otherwise. */
    feedback: text("feedback"),
    lesson: text("lesson"),
    toldAt: moment("told_at"),
    toldBy: uuid("told_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consortiumId] }),
    ...within("consortium_bids", t),
    belongs(t.bidId, t.lioId, bids),
    belongs(t.toldBy, t.lioId, people),
    index("consortium_bids_bid").on(t.lioId, t.bidId),
    index("consortium_bids_told_by").on(t.lioId, t.toldBy),
    oneOf("consortium_bids_outcome", t.outcome, BID_OUTCOMES),
    check(
      "consortium_bids_decided",
      sql`num_nonnulls(${t.outcome}, ${t.decidedOn}) in (0, 2) and (${t.toldAt} is null or ${t.outcome} is not null) and (${t.bidId} is null or (${t.outcome} = 'won' and ${t.awarded} is not null))`,
    ),
  ],
)

/** How what is written in a room is found by the people in it. */
const findableInRoom = (table: string, words: string) =>
  findable({
    ...{ table, kind: "consortium", title: `left(${words}, 120)`, folded: `left(${words}, 2000)`, words },
    ...{ audience: "audience", gone: "false", looksAt: [words] },
  })
export const findableTerms = findableInRoom("consortium_terms", "words")
export const findableRoomDecisions = findableInRoom("consortium_decisions", "words")
export const findableRoomTasks = findableInRoom("consortium_tasks", "what")
export const findableRoomPosts = findableInRoom("consortium_posts", "words")
