import type { groups } from "@/db/schema"

/** What a list can say of a group in one word or number each: field → its column, and the type PostgreSQL keeps it in. */
export const IMPORTED = {
  alsoKnownAs: ["also_known_as", "text"],
  address: ["address", "text"],
  postcode: ["postcode", "text"],
  email: ["email", "text"],
  phone: ["phone", "text"],
  secondPhone: ["second_phone", "text"],
  website: ["website", "text"],
  about: ["about", "text"],
  stage: ["stage", "text"],
  sector: ["sector", "text"],
  legalForm: ["legal_form", "text"],
  unregistered: ["unregistered", "boolean"],
  faithBased: ["faith_based", "boolean"],
  directoryConsent: ["directory_consent", "boolean"],
  income: ["income", "bigint"],
  incomeBand: ["income_band", "text"],
  registeredOn: ["registered_on", "date"],
  joinedOn: ["joined_on", "date"],
  staffFullTime: ["staff_full_time", "int"],
  staffPartTime: ["staff_part_time", "int"],
  trustees: ["trustees", "int"],
  volunteers: ["volunteers", "int"],
  volunteerHours: ["volunteer_hours", "int"],
  beneficiaries: ["beneficiaries", "int"],
  localBeneficiaries: ["local_beneficiaries", "int"],
  sizesAsAt: ["sizes_as_at", "date"],
  directorySaidOn: ["directory_said_on", "date"],
  directorySaidBy: ["directory_said_by", "text"],
  directorySaidHow: ["directory_said_how", "text"],
  directoryShows: ["directory_shows", "text[]"],
  stageReason: ["stage_reason", "text"],
  stageSince: ["stage_since", "date"],
  closedOn: ["closed_on", "date"],
  closedReason: ["closed_reason", "text"],
  lastContactOn: ["last_contact_on", "date"],
  lastContactBy: ["last_contact_by", "text"],
  confirmedOn: ["confirmed_on", "date"],
  confirmedBy: ["confirmed_by", "text"],
} as const satisfies Record<string, readonly [column: string, type: string]>

/** Fields that also follow from another where a list does not say them: they are written apart. */
const FOLLOWING: ReadonlySet<string> = new Set([
  ...["sizesAsAt", "directorySaidOn", "directorySaidBy", "directorySaidHow", "stageReason", "stageSince"],
])
export type ImportedField = keyof typeof IMPORTED
/** What a list says in each of them; null: it does not say. */
export type ImportedFields = { [F in ImportedField]: (typeof groups.$inferSelect)[F] | null }
/** A value of such a field; days are as 2026-06-04, money is in pence. */
export type ImportedValue = string | number | boolean | string[]

/** The fields in their order. */
export const IMPORTED_FIELDS = Object.keys(IMPORTED) as ImportedField[]

/** Those that a list says or leaves, and that follow from no other. */
export const PLAIN_FIELDS = IMPORTED_FIELDS.filter((field) => !FOLLOWING.has(field))

/** Each field as PostgreSQL reads it out of JSON: `"joinedOn" date, …`. */
export const FIELDS_IN_JSON = IMPORTED_FIELDS.map((field) => `"${field}" ${IMPORTED[field][1]}`).join(", ")
