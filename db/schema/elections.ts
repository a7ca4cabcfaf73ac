import { sql } from "drizzle-orm"
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import {
  APPEAL_DECISIONS,
  ELECTION_OUTCOMES,
  ELECTION_RULES,
  LEFT_OUT,
  RULES_ASKED,
  VOTED_BY,
} from "../vocabulary"
import { boards, seats } from "./boards"
import { belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { networks } from "./networks"
import { people } from "./people"

/** Groups choose who takes seats on a board: nominations, a roll, a vote, a count. */
export const elections = pgTable(
  "elections",
  {
    lioId: lioId(),
    id: id(),
    boardId: uuid("board_id").notNull(),
    title: text("title").notNull(),
    /** How many are chosen: one for each seat. */
    places: integer("places").notNull(),
    ruleAsked: word<keyof typeof RULES_ASKED>("rule_asked").notNull(),
    /** How votes are counted, from the day on which voting opened. */
    rule: word<keyof typeof ELECTION_RULES>("rule"),
    /** Whose groups choose; null: all member groups. */
    networkId: uuid("network_id"),
    /** Groups must have been members for so many months. */
    memberMonths: integer("member_months").notNull(),
    /** How many other groups must endorse whoever stands. */
    endorsements: integer("endorsements").notNull(),
    /** A network must endorse them, too. */
    networkEndorses: boolean("network_endorses").notNull(),
    /** Who may stand, in the words of staff. */
    whoMayStand: text("who_may_stand"),
    nominationsUntil: moment("nominations_until").notNull(),
    rollOn: date("roll_on").notNull(),
    votingFrom: moment("voting_from").notNull(),
    votingUntil: moment("voting_until").notNull(),
    /** First day of the term; null: the day after the result. */
    startsOn: date("starts_on"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    publishedAt: moment("published_at"),
    nominationsClosedAt: moment("nominations_closed_at"),
    rollFrozenAt: moment("roll_frozen_at"),
    openedAt: moment("opened_at"),
    remindedAt: moment("reminded_at"),
    closedAt: moment("closed_at"),
    outcome: word<keyof typeof ELECTION_OUTCOMES>("outcome"),
    /** The result is told to groups and stands on the public page since. */
    shownAt: moment("shown_at"),
    calledOffAt: moment("called_off_at"),
    calledOffReason: text("called_off_reason"),
    /** How often the vote began again, because a box couldn’t be opened. */
    restarts: integer("restarts").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.boardId, t.lioId, boards, "cascade"),
    belongs(t.networkId, t.lioId, networks),
    belongs(t.createdBy, t.lioId, people),
    index("elections_board").on(t.lioId, t.boardId),
    index("elections_network").on(t.lioId, t.networkId),
    index("elections_created_by").on(t.lioId, t.createdBy),
    oneOf("elections_rule_asked", t.ruleAsked, RULES_ASKED),
    oneOf("elections_rule", t.rule, ELECTION_RULES),
    oneOf("elections_outcome", t.outcome, ELECTION_OUTCOMES),
    check("elections_places", sql`${t.places} between 1 and 20`),
    check("elections_months", sql`${t.memberMonths} between 0 and 60`),
    check("elections_endorsements", sql`${t.endorsements} between 0 and 10`),
    check(
      "elections_dates",
      sql`${t.nominationsUntil} < ${t.votingFrom} and ${t.votingFrom} < ${t.votingUntil}`,
    ),
    check("elections_ended", sql`(${t.closedAt} is null) = (${t.outcome} is null)`),
    check("elections_called_off", sql`(${t.calledOffAt} is null) = (${t.calledOffReason} is null)`),
  ],
)

/** A seat that an election fills. */
export const electionSeats = pgTable(
  "election_seats",
  { lioId: lioIdOfOwner(), electionId: uuid("election_id").notNull(), seatId: uuid("seat_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.electionId, t.seatId] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
    belongs(t.seatId, t.lioId, seats, "cascade"),
    index("election_seats_seat").on(t.lioId, t.seatId),
  ],
)

/** Somebody is put up for an election by their group. It counts once they agreed and staff found it valid. */
export const nominations = pgTable(
  "nominations",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    electionId: uuid("election_id").notNull(),
    groupId: uuid("group_id").notNull(),
    /** Who they are here, once they agreed. */
    personId: uuid("person_id"),
    name: text("name").notNull(),
    statement: text("statement"),
    nominatedBy: uuid("nominated_by"),
    nominatedAt: moment("nominated_at").notNull(),
    agreedAt: moment("agreed_at"),
    withdrawnAt: moment("withdrawn_at"),
    validAt: moment("valid_at"),
    /** Why it isn’t valid, as the nominee was told. */
    refusedReason: text("refused_reason"),
    checkedAt: moment("checked_at"),
    checkedBy: uuid("checked_by"),
    /** In which place they were elected, and as whose runner-up. */
    electedAs: integer("elected_as"),
    runnerUp: boolean("runner_up").notNull().default(false),
    /** The seat that they took by it, or stand in on. */
    seatId: uuid("seat_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.personId, t.lioId, people),
    belongs(t.nominatedBy, t.lioId, people),
    belongs(t.checkedBy, t.lioId, people),
    belongs(t.seatId, t.lioId, seats, "cascade"),
    index("nominations_seat").on(t.lioId, t.seatId),
    index("nominations_election").on(t.lioId, t.electionId),
    index("nominations_group").on(t.lioId, t.groupId),
    index("nominations_person").on(t.lioId, t.personId),
    index("nominations_nominated_by").on(t.lioId, t.nominatedBy),
    index("nominations_checked_by").on(t.lioId, t.checkedBy),
    check("nominations_checked", sql`${t.validAt} is null or ${t.refusedReason} is null`),
  ],
)

/** Where somebody who was put up is written to. For staff: whoever reads who stands doesn’t read this. */
export const nominationAddresses = pgTable(
  "nomination_addresses",
  { lioId: lioIdOfOwner(), nominationId: uuid("nomination_id").notNull(), email: text("email").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.nominationId] }),
    belongs(t.nominationId, t.lioId, nominations, "cascade"),
  ],
)

/** A group endorses a nomination; or a network, as staff noted. */
export const endorsements = pgTable(
  "endorsements",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    nominationId: uuid("nomination_id").notNull(),
    groupId: uuid("group_id"),
    networkId: uuid("network_id"),
    personId: uuid("person_id"),
    at: moment("endorsed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.nominationId, t.lioId, nominations, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.networkId, t.lioId, networks),
    belongs(t.personId, t.lioId, people),
    index("endorsements_nomination").on(t.lioId, t.nominationId),
    index("endorsements_group").on(t.lioId, t.groupId),
    index("endorsements_network").on(t.lioId, t.networkId),
    index("endorsements_person").on(t.lioId, t.personId),
    check("endorsements_of_one", sql`(${t.groupId} is null) <> (${t.networkId} is null)`),
  ],
)

/**
 * The roll of an election: its groups as they stood on a day, those that are left out with why. It is the register, too: it
 * says which groups have voted, and neither when nor how.
 */
export const electionRoll = pgTable(
  "election_roll",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    electionId: uuid("election_id").notNull(),
    groupId: uuid("group_id").notNull(),
    /** Null: it is on the roll. */
    leftOut: word<keyof typeof LEFT_OUT>("left_out"),
    /** Who votes for it; without one, whoever has its own address. */
    voterId: uuid("voter_id"),
    voterEmail: text("voter_email"),
    votedBy: word<keyof typeof VOTED_BY>("voted_by"),
    /** Its people have been told that it has voted. */
    votedTold: boolean("voted_told").notNull().default(false),
    /** Why it says that the vote that stands for it isn’t its own, as staff noted. */
    disputed: text("disputed"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.voterId, t.lioId, people),
    index("election_roll_election").on(t.lioId, t.electionId),
    index("election_roll_group").on(t.lioId, t.groupId),
    index("election_roll_voter").on(t.lioId, t.voterId),
    oneOf("election_roll_left_out", t.leftOut, LEFT_OUT),
    oneOf("election_roll_voted_by", t.votedBy, VOTED_BY),
    check("election_roll_votes", sql`${t.votedBy} is null or ${t.leftOut} is null`),
    check("election_roll_disputed", sql`${t.disputed} is null or ${t.votedBy} is not null`),
  ],
)

/** A group says that it should be on a roll; staff decide with a reason. Both stay. */
export const rollAppeals = pgTable(
  "roll_appeals",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    rollId: uuid("roll_id").notNull(),
    groupId: uuid("group_id").notNull(),
    words: text("words").notNull(),
    madeBy: uuid("made_by"),
    madeAt: moment("made_at").notNull(),
    decision: word<keyof typeof APPEAL_DECISIONS>("decision"),
    reason: text("reason"),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.rollId, t.lioId, electionRoll, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.madeBy, t.lioId, people),
    belongs(t.decidedBy, t.lioId, people),
    index("roll_appeals_roll").on(t.lioId, t.rollId),
    index("roll_appeals_group").on(t.lioId, t.groupId),
    index("roll_appeals_made_by").on(t.lioId, t.madeBy),
    index("roll_appeals_decided_by").on(t.lioId, t.decidedBy),
    oneOf("roll_appeals_decision", t.decision, APPEAL_DECISIONS),
    check("roll_appeals_decided", sql`(${t.decision} is null) = (${t.reason} is null)`),
  ],
)
