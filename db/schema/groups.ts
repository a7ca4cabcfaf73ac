import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { findable } from "../findable"
import {
  AREA_KINDS,
  CONSENT_WAYS,
  type DIRECTORY_PARTS,
  INCOME_BANDS,
  LEGAL_FORMS,
  REGISTERS,
  SECTORS,
  STAGES,
  TERM_LISTS,
} from "../vocabulary"
import { belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"

/** A member or known organisation, statutory and private bodies included. A null means "not known". */
export const groups = pgTable(
  "groups",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    /** The name without case, accents, punctuation and words like "the" and "ltd", for matching. */
    nameKey: text("name_key").notNull(),
    alsoKnownAs: text("also_known_as"),
    stage: word<keyof typeof STAGES>("stage").notNull().default("not_member"),
    sector: word<keyof typeof SECTORS>("sector").notNull().default("voluntary"),
    legalForm: word<keyof typeof LEGAL_FORMS>("legal_form"),
    about: text("about"),
    email: text("email"),
    phone: text("phone"),
    secondPhone: text("second_phone"),
    website: text("website"),
    address: text("address"),
    postcode: text("postcode"),
    wardCode: text("ward_code"),
    districtCode: text("district_code"),
    placeResolvedAt: moment("place_resolved_at"),
    /** The version of the postcode table it was found in. */
    placeVersion: text("place_version"),
    incomeBand: word<keyof typeof INCOME_BANDS>("income_band"),
    /** Yearly income in pence, when the exact figure is known. */
    income: bigint("income", { mode: "number" }),
    staffFullTime: integer("staff_full_time"),
    staffPartTime: integer("staff_part_time"),
    trustees: integer("trustees"),
    volunteers: integer("volunteers"),
    volunteerHours: integer("volunteer_hours"),
    beneficiaries: integer("beneficiaries"),
    localBeneficiaries: integer("local_beneficiaries"),
    /** The date for which the sizes above are true. */
    sizesAsAt: date("sizes_as_at"),
    faithBased: boolean("faith_based"),
    /** Known to be on no public register; null when nobody has said so. */
    unregistered: boolean("unregistered"),
    /** Whether it may be in the public directory; when it was said, by whom, and how. */
    directoryConsent: boolean("directory_consent"),
    directorySaidOn: date("directory_said_on"),
    directorySaidBy: text("directory_said_by"),
    directorySaidHow: word<keyof typeof CONSENT_WAYS>("directory_said_how"),
    /** What its entry shows; null: the usual. */
    directoryShows: text("directory_shows").array().$type<(keyof typeof DIRECTORY_PARTS)[]>(),
    mainContactId: uuid("main_contact_id"),
    registeredOn: date("registered_on"),
    joinedOn: date("joined_on"),
    closedOn: date("closed_on"),
    closedReason: text("closed_reason"),
    /** Why it is where it is: why it enquired, why it is no member. */
    stageReason: text("stage_reason"),
    stageSince: date("stage_since"),
    /** Answers to the LIO's own questions, by the question's id. */
    custom: jsonb("custom").$type<Record<string, unknown>>().notNull().default({}),
    /** When somebody of the group last said that all is still right, and who. */
    confirmedOn: date("confirmed_on"),
    confirmedBy: text("confirmed_by"),
    /** When they were last asked. */
    confirmAskedOn: date("confirm_asked_on"),
    needsDetailsSince: moment("needs_details_since"),
    lastContactOn: date("last_contact_on"),
    lastContactBy: text("last_contact_by"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("groups_name").on(t.lioId, t.name, t.id),
    index("groups_stage").on(t.lioId, t.stage, t.name, t.id),
    index("groups_district").on(t.lioId, t.districtCode, t.name, t.id),
    index("groups_ward").on(t.lioId, t.wardCode),
    index("groups_name_key").on(t.lioId, t.nameKey),
    index("groups_postcode").on(t.lioId, t.postcode),
    index("groups_email").on(t.lioId, t.email),
    index("groups_last_contact").on(t.lioId, t.lastContactOn),
    index("groups_directory")
      .on(t.lioId, t.name, t.id)
      .where(sql`${t.directoryConsent} and ${t.removedAt} is null and ${t.stage} <> 'closed'`),
    oneOf("groups_directory_said_how_word", t.directorySaidHow, CONSENT_WAYS),
    oneOf("groups_stage_word", t.stage, STAGES),
    oneOf("groups_sector_word", t.sector, SECTORS),
    oneOf("groups_legal_form_word", t.legalForm, LEGAL_FORMS),
    oneOf("groups_income_band_word", t.incomeBand, INCOME_BANDS),
    check("groups_name_said", sql`length(trim(${t.name})) > 0`),
    index("groups_main_contact").on(t.lioId, t.mainContactId),
  ],
)

/** A number of a group on a register. One group may have several. */
export const groupIdentifiers = pgTable(
  "group_identifiers",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    register: word<keyof typeof REGISTERS>("register").notNull(),
    value: text("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("group_identifiers_group").on(t.lioId, t.groupId),
    index("group_identifiers_value").on(t.lioId, t.register, t.value),
    oneOf("group_identifiers_register", t.register, REGISTERS),
  ],
)

/** A place the LIO works in: its districts, wards and neighbourhoods. */
export const areas = pgTable(
  "areas",
  {
    lioId: lioId(),
    id: id(),
    kind: word<keyof typeof AREA_KINDS>("kind").notNull(),
    code: text("code"),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("areas_code").on(t.lioId, t.code),
    oneOf("areas_kind", t.kind, AREA_KINDS),
  ],
)

/** A group serves an area (apart from where its address is). */
export const groupAreas = pgTable(
  "group_areas",
  { lioId: lioIdOfOwner(), groupId: uuid("group_id").notNull(), areaId: uuid("area_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.groupId, t.areaId] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.areaId, t.lioId, areas, "cascade"),
    index("group_areas_area").on(t.lioId, t.areaId, t.groupId),
  ],
)

/** A word of one of the LIO's own lists. */
export const terms = pgTable(
  "terms",
  {
    lioId: lioId(),
    id: id(),
    list: word<keyof typeof TERM_LISTS>("list").notNull(),
    name: text("name").notNull(),
    /** The category of UK-CAT that it means; kept as a code, because the open data may be read again. */
    category: text("category"),
    retiredAt: moment("retired_at"),
    /** A tag is for staff until the LIO shows it to groups; other words are for everybody. */
    shownAt: moment("shown_at"),
    /** The word that took its place. */
    mergedIntoId: uuid("merged_into_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("terms_list").on(t.lioId, t.list, t.name),
    oneOf("terms_list_word", t.list, TERM_LISTS),
    index("terms_merged_into").on(t.lioId, t.mergedIntoId),
  ],
)

/** A group has a term. */
export const groupTerms = pgTable(
  "group_terms",
  { lioId: lioIdOfOwner(), groupId: uuid("group_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.groupId, t.termId] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.termId, t.lioId, terms, "cascade"),
    index("group_terms_term").on(t.lioId, t.termId, t.groupId),
  ],
)

/** How groups are found by words. */
export const findableGroups = findable({
  table: "groups",
  kind: "group",
  title: "name",
  folded: "concat_ws(' ', name, also_known_as)",
  words: "concat_ws(' ', name, also_known_as, about, address, postcode)",
  numbers: ["phone", "second_phone"],
  audience: "'group:' || id",
  gone: "removed_at is not null",
  looksAt: ["name", "also_known_as", "about", "address", "postcode", "removed_at"],
})
