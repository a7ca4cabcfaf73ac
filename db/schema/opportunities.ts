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
import { findable } from "../findable"
import { BIDDING_WAYS, CONSENT_WAYS, INTEREST_READERS, OPPORTUNITY_STANDS } from "../vocabulary"
import { audience, belongs, id, lioId, lioIdOfOwner, moment, oneOf, pence, word } from "./columns"
import { areas, groups } from "./groups"
import { people } from "./people"

const words = (name: string) => text(name).array().notNull().default([])

/** A part of a contract that can be bid for by itself. Sums are in hundredths of the currency. */
export type Lot = {
  title: string | null
  description: string | null
  value: number | null
  currency: string | null
}
/** Something that a buyer has published beside the notice. */
export type Notice = { title: string; link: string; format: string | null }

/** A contract that a public body wants to place, as its notices say by now or as staff have typed it. Sums are in pence. */
export const opportunities = pgTable(
  "opportunities",
  {
    lioId: lioId(),
    id: id(),
    /** The process's own number in the Open Contracting Data Standard; null: added by hand. */
    ocid: text("ocid"),
    /** Who publishes the notices: "Contracts Finder". */
    source: text("source"),
    licence: text("licence"),
    link: text("link"),
    title: text("title").notNull(),
    description: text("description"),
    stands: word<keyof typeof OPPORTUNITY_STANDS>("stands").notNull(),
    buyer: text("buyer"),
    /** The name as it is compared. */
    buyerKey: text("buyer_key"),
    /** The statutory body on the LIO's list that it is. */
    buyerId: uuid("buyer_id"),
    buyerEmail: text("buyer_email"),
    valueLeast: pence("value_least"),
    valueMost: pence("value_most"),
    /** Only pounds are compared. */
    currency: text("currency"),
    awardedTo: words("awarded_to"),
    awardedSum: pence("awarded_sum"),
    awardedOn: date("awarded_on"),
    /** Said to be suitable for voluntary organisations; null: nobody says. */
    vcse: boolean("vcse"),
    sme: boolean("sme"),
    /** What is bought, in the buyer's words and by its codes (CPV). */
    bought: text("bought"),
    codes: words("codes"),
    divisions: words("divisions"),
    /** Where the work is done: in words, by region, and by postcode. */
    place: text("place"),
    regions: words("regions"),
    postcodes: words("postcodes"),
    startsOn: date("starts_on"),
    endsOn: date("ends_on"),
    /** How long it lasts, in days, where no dates say so. */
    days: integer("days"),
    /** By when bids have to be in. */
    closesAt: moment("closes_at"),
    lots: jsonb("lots").$type<Lot[]>().notNull().default([]),
    documents: jsonb("documents").$type<Notice[]>().notNull().default([]),
    publishedAt: moment("published_at"),
    releasedAt: moment("released_at"),
    /** What the LIO thinks of it, for its groups. */
    note: text("note"),
    notedAt: moment("noted_at"),
    notedBy: uuid("noted_by"),
    /** For the people of groups; once staff have hidden it, for staff. */
    audience: audience().default("members"),
    hiddenAt: moment("hidden_at"),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
    changedAt: moment("changed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    uniqueIndex("opportunities_ocid").on(t.lioId, t.ocid),
    belongs(t.buyerId, t.lioId, groups),
    belongs(t.notedBy, t.lioId, people),
    belongs(t.addedBy, t.lioId, people),
    index("opportunities_closes").on(t.lioId, t.stands, t.closesAt),
    index("opportunities_released").on(t.lioId, t.releasedAt),
    index("opportunities_added").on(t.lioId, t.addedAt),
    index("opportunities_buyer").on(t.lioId, t.buyerId),
    index("opportunities_buyer_key").on(t.lioId, t.buyerKey),
    index("opportunities_noted_by").on(t.lioId, t.notedBy),
    index("opportunities_added_by").on(t.lioId, t.addedBy),
    oneOf("opportunities_stands_word", t.stands, OPPORTUNITY_STANDS),
    check("opportunities_titled", sql`length(trim(${t.title})) > 0`),
    check("opportunities_sums", sql`${t.valueLeast} >= 0 and ${t.valueMost} >= 0 and ${t.awardedSum} >= 0`),
  ],
)

/** An area of the LIO in which the work of an opportunity is done, where that can be told. */
export const opportunityAreas = pgTable(
  "opportunity_areas",
  {
    lioId: lioIdOfOwner(),
    opportunityId: uuid("opportunity_id").notNull(),
    areaId: uuid("area_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.opportunityId, t.areaId] }),
    belongs(t.opportunityId, t.lioId, opportunities, "cascade"),
    belongs(t.areaId, t.lioId, areas, "cascade"),
    index("opportunity_areas_area").on(t.lioId, t.areaId),
  ],
)

/** One release of a process as it was published. What an opportunity says is made of all of its releases. */
export const opportunityReleases = pgTable(
  "opportunity_releases",
  {
    lioId: lioIdOfOwner(),
    opportunityId: uuid("opportunity_id").notNull(),
    /** The publisher's own name of it. */
    releaseId: text("release_id").notNull(),
    releasedAt: moment("released_at").notNull(),
    tags: text("tags").array().notNull(),
    publisher: text("publisher"),
    licence: text("licence"),
    /** Of its content: what is read again unchanged is not written again. */
    digest: text("digest").notNull(),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    readAt: moment("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.opportunityId, t.releaseId] }),
    belongs(t.opportunityId, t.lioId, opportunities, "cascade"),
  ],
)

/** An address from which releases are fetched once a day. */
export const opportunitySources = pgTable(
  "opportunity_sources",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    address: text("address").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
    triedAt: moment("tried_at"),
    workedAt: moment("worked_at"),
    /** Why it did not work the last time, in a sentence. */
    trouble: text("trouble"),
    /** How many of its releases could not be taken the last time. */
    invalid: integer("invalid").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.addedBy, t.lioId, people),
    uniqueIndex("opportunity_sources_address").on(t.lioId, t.address),
    index("opportunity_sources_added_by").on(t.lioId, t.addedBy),
  ],
)

/** Somebody wants to hear of new opportunities that fit a search. */
export const opportunityAlerts = pgTable(
  "opportunity_alerts",
  {
    lioId: lioId(),
    id: id(),
    personId: uuid("person_id").notNull(),
    name: text("name").notNull(),
    /** The search, as the list's address says it. */
    query: text("query").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    uniqueIndex("opportunity_alerts_once").on(t.lioId, t.personId, t.query),
  ],
)

/** A group says that it would bid. Withdrawn, it stays for the LIO and the group. */
export const expressionsOfInterest = pgTable(
  "expressions_of_interest",
  {
    lioId: lioId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    groupId: uuid("group_id").notNull(),
    how: word<keyof typeof BIDDING_WAYS>("how").notNull(),
    /** What it could do. */
    offer: text("offer").notNull(),
    seenBy: word<keyof typeof INTEREST_READERS>("seen_by").notNull(),
    /** The group and staff; with "interested:ID" also the groups that show themselves for the same opportunity. */
    audience: audience(),
    saidAt: moment("said_at").notNull(),
    saidBy: uuid("said_by"),
    changedAt: moment("changed_at"),
    withdrawnAt: moment("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.opportunityId, t.lioId, opportunities, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.saidBy, t.lioId, people),
    uniqueIndex("expressions_of_interest_once").on(t.lioId, t.opportunityId, t.groupId),
    index("expressions_of_interest_group").on(t.lioId, t.groupId),
    index("expressions_of_interest_said_by").on(t.lioId, t.saidBy),
    oneOf("expressions_of_interest_how", t.how, BIDDING_WAYS),
    oneOf("expressions_of_interest_seen_by", t.seenBy, INTEREST_READERS),
    check(
      "expressions_of_interest_shown",
      sql`${t.audience} like 'group:%' or (${t.withdrawnAt} is null and ${t.seenBy} = 'interested')`,
    ),
  ],
)

/** Whether a group may be found by others who look for somebody to bid with: who said so, when and how. */
export const biddingConsents = pgTable(
  "bidding_consents",
  {
    lioId: lioIdOfOwner(),
    groupId: uuid("group_id").notNull(),
    willing: boolean("willing").notNull(),
    saidOn: date("said_on").notNull(),
    saidBy: text("said_by"),
    saidHow: word<keyof typeof CONSENT_WAYS>("said_how").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.groupId] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    oneOf("bidding_consents_said_how", t.saidHow, CONSENT_WAYS),
  ],
)

/** How opportunities are found by words. */
export const findableOpportunities = findable({
  table: "opportunities",
  kind: "opportunity",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, buyer, bought, place, note, left(description, 20000))",
  audience: "audience",
  gone: "false",
  looksAt: ["title", "buyer", "bought", "place", "note", "description", "audience"],
})
