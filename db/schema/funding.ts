import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { PROOFS, SHARES } from "../vocabulary"
import { belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, pence, word } from "./columns"
import { groups, terms } from "./groups"
import { people } from "./people"
import { tasks } from "./sessions"

/** Somebody who gives money to groups, with what they fund and when they close. Sums are in pence. */
export const funders = pgTable(
  "funders",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    /** The name as it is compared, so that no funder is listed twice. */
    nameKey: text("name_key").notNull(),
    /** Its identifier in published data: GB-CHC-…, GB-GOR-… */
    orgId: text("org_id"),
    funds: text("funds"),
    leastSum: pence("least_sum"),
    mostSum: pence("most_sum"),
    whoCanAsk: text("who_can_ask"),
    area: text("area"),
    website: text("website"),
    /** When the next round closes; null: not known, or any time. */
    closesOn: date("closes_on"),
    anyTime: boolean("any_time").notNull().default(false),
    /** When somebody last made sure that all this is right. */
    checkedOn: date("checked_on"),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    uniqueIndex("funders_name_key").on(t.lioId, t.nameKey),
    index("funders_name").on(t.lioId, t.name),
    index("funders_org_id").on(t.lioId, t.orgId),
  ],
)

/** A theme that a funder funds; one without any funds all of them. */
export const funderTerms = pgTable(
  "funder_terms",
  { lioId: lioIdOfOwner(), funderId: uuid("funder_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.funderId, t.termId] }),
    belongs(t.funderId, t.lioId, funders, "cascade"),
    belongs(t.termId, t.lioId, terms, "cascade"),
    index("funder_terms_term").on(t.lioId, t.termId),
  ],
)

/** A group asks a funder for money: from the first look to the decision. Where it stands follows from its dates. */
export const bids = pgTable(
  "bids",
  {
    lioId: lioId(),
    id: id(),
    /** The group that asks; those that ask with it stand in `bid_groups`. */
    groupId: uuid("group_id").notNull(),
    funderId: uuid("funder_id").notNull(),
    title: text("title").notNull(),
    notes: text("notes"),
    asked: pence("asked"),
    /** Null: nothing, or not decided. */
    awarded: pence("awarded"),
    paid: pence("paid"),
    openedOn: date("opened_on").notNull(),
    preparingOn: date("preparing_on"),
    /** By when it has to be with the funder. */
    deadlineOn: date("deadline_on"),
    sentOn: date("sent_on"),
    decisionDueOn: date("decision_due_on"),
    decidedOn: date("decided_on"),
    withdrawnOn: date("withdrawn_on"),
    share: word<keyof typeof SHARES>("share"),
    proof: word<keyof typeof PROOFS>("proof"),
    /** The task of its deadline. */
    taskId: uuid("task_id"),
    addedAt: createdAt(),
    addedBy: uuid("added_by"),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups),
    belongs(t.funderId, t.lioId, funders),
    belongs(t.taskId, t.lioId, tasks),
    belongs(t.addedBy, t.lioId, people),
    index("bids_group").on(t.lioId, t.groupId),
    index("bids_funder").on(t.lioId, t.funderId),
    index("bids_decided").on(t.lioId, t.decidedOn),
    index("bids_task").on(t.lioId, t.taskId),
    index("bids_added_by").on(t.lioId, t.addedBy),
    oneOf("bids_share_word", t.share, SHARES),
    oneOf("bids_proof_word", t.proof, PROOFS),
    check("bids_sums", sql`${t.asked} >= 0 and ${t.awarded} > 0 and ${t.paid} >= 0`),
    check("bids_won_on_a_day", sql`${t.awarded} is null or ${t.decidedOn} is not null`),
  ],
)

/** A group that asks together with the one that leads. */
export const bidGroups = pgTable(
  "bid_groups",
  {
    lioId: lioIdOfOwner(),
    bidId: uuid("bid_id").notNull(),
    groupId: uuid("group_id").notNull(),
    /** Its part of what was awarded; null: not known. The one that leads has the rest. */
    part: pence("part"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.bidId, t.groupId] }),
    check("bid_groups_part", sql`${t.part} >= 0`),
    belongs(t.bidId, t.lioId, bids, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("bid_groups_group").on(t.lioId, t.groupId),
  ],
)

/** A grant as its funder published it (360Giving). It is nobody's of ours until somebody has confirmed it. */
export const publishedGrants = pgTable(
  "published_grants",
  {
    lioId: lioId(),
    id: id(),
    /** The funder's own identifier: a grant that is read again is the same. */
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    recipientName: text("recipient_name").notNull(),
    /** The numbers of whoever got it, as "GB-CHC 1234567". */
    recipientNumbers: text("recipient_numbers").array().notNull().default([]),
    recipientPostcode: text("recipient_postcode"),
    funderName: text("funder_name").notNull(),
    /** The name as it is compared. */
    funderKey: text("funder_key").notNull(),
    funderOrgId: text("funder_org_id"),
    programme: text("programme"),
    /** Only pounds are ever added up. */
    currency: text("currency").notNull(),
    /** In hundredths of the currency. */
    amount: pence("amount").notNull(),
    awardedOn: date("awarded_on").notNull(),
    readAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    uniqueIndex("published_grants_identifier").on(t.lioId, t.identifier),
    check("published_grants_sum", sql`${t.amount} >= 0`),
  ],
)

/** A published grant that may be a group's. Found by the import; confirmed or refused by somebody, once. */
export const grantMatches = pgTable(
  "grant_matches",
  {
    lioId: lioId(),
    id: id(),
    grantId: uuid("grant_id").notNull(),
    groupId: uuid("group_id").notNull(),
    foundBy: word<"identifier" | "name">("found_by").notNull(),
    /** In words: "the same number on a register (1234567)". */
    because: text("because").notNull(),
    foundAt: createdAt(),
    confirmedAt: moment("confirmed_at"),
    refusedAt: moment("refused_at"),
    decidedBy: uuid("decided_by"),
    /** The bid in the ledger that it proves, or became. */
    bidId: uuid("bid_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.grantId, t.lioId, publishedGrants, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.bidId, t.lioId, bids),
    belongs(t.decidedBy, t.lioId, people),
    uniqueIndex("grant_matches_once").on(t.lioId, t.grantId, t.groupId),
    uniqueIndex("grant_matches_confirmed").on(t.lioId, t.grantId).where(sql`${t.confirmedAt} is not null`),
    index("grant_matches_group").on(t.lioId, t.groupId),
    index("grant_matches_bid").on(t.lioId, t.bidId),
    index("grant_matches_decided_by").on(t.lioId, t.decidedBy),
    check("grant_matches_found_by", sql`${t.foundBy} in ('identifier', 'name')`),
    check("grant_matches_once_decided", sql`${t.confirmedAt} is null or ${t.refusedAt} is null`),
    check("grant_matches_bid_of_confirmed", sql`(${t.bidId} is null) = (${t.confirmedAt} is null)`),
  ],
)

/** What a group looks for money for. */
export const fundingSearches = pgTable(
  "funding_searches",
  {
    lioId: lioId(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    what: text("what").notNull(),
    sum: pence("sum"),
    neededBy: date("needed_by"),
    openedAt: createdAt(),
    openedBy: uuid("opened_by"),
    closedAt: moment("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.openedBy, t.lioId, people),
    index("funding_searches_group").on(t.lioId, t.groupId),
    index("funding_searches_opened_by").on(t.lioId, t.openedBy),
    check("funding_searches_sum", sql`${t.sum} > 0`),
  ],
)

/** A theme of what a group looks for. */
export const fundingSearchTerms = pgTable(
  "funding_search_terms",
  { lioId: lioIdOfOwner(), searchId: uuid("search_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.searchId, t.termId] }),
    belongs(t.searchId, t.lioId, fundingSearches, "cascade"),
    belongs(t.termId, t.lioId, terms, "cascade"),
    index("funding_search_terms_term").on(t.lioId, t.termId),
  ],
)

/** A group was told of a funder that fits what it looks for, or somebody has it as a task to tell them. */
export const fundingTips = pgTable(
  "funding_tips",
  {
    lioId: lioIdOfOwner(),
    searchId: uuid("search_id").notNull(),
    funderId: uuid("funder_id").notNull(),
    emailedAt: moment("emailed_at"),
    taskedAt: moment("tasked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.searchId, t.funderId] }),
    belongs(t.searchId, t.lioId, fundingSearches, "cascade"),
    belongs(t.funderId, t.lioId, funders, "cascade"),
    index("funding_tips_funder").on(t.lioId, t.funderId),
  ],
)

/** How bids are found by words. */
export const findableBids = findable({
  table: "bids",
  kind: "bid",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, notes)",
  audience: "'staff'",
  gone: "undone_at is not null",
  looksAt: ["title", "notes", "undone_at"],
})

/** How funders are found by words. */
export const findableFunders = findable({
  table: "funders",
  kind: "funder",
  title: "name",
  folded: "name",
  words: "concat_ws(' ', name, funds, who_can_ask, area)",
  audience: "'staff'",
  gone: "false",
  looksAt: ["name", "funds", "who_can_ask", "area"],
})
