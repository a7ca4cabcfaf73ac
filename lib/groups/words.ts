import { CONSENT_WAYS, DIRECTORY_PARTS, INCOME_BANDS, LEGAL_FORMS, SECTORS, STAGES } from "@/db/vocabulary"
import { formatMoney, formatNumber, inSentence } from "../words"

/** What each fact of a group is called on a page. */
export const FIELD_LABELS: Record<string, string> = {
  name: "Name",
  alsoKnownAs: "Also known as",
  stage: "Stage",
  sector: "Sector",
  legalForm: "Legal form",
  about: "What they do",
  email: "Email",
  phone: "Phone",
  secondPhone: "Second phone",
  website: "Website",
  address: "Address",
  postcode: "Postcode",
  incomeBand: "Yearly income",
  income: "Exact yearly income",
  staffFullTime: "Full-time staff",
  staffPartTime: "Part-time staff",
  trustees: "Trustees or committee members",
  volunteers: "Volunteers",
  volunteerHours: "Volunteer hours a week",
  beneficiaries: "People helped in a year",
  localBeneficiaries: "Of them, local people",
  sizesAsAt: "Sizes as at",
  faithBased: "Faith-based",
  directoryConsent: "May be in the public directory",
  directorySaidOn: "Said on",
  directorySaidBy: "Said by",
  directorySaidHow: "How they said so",
  directoryShows: "Shown in the directory",
  registeredOn: "Registered on",
  joinedOn: "Joined on",
  identifiers: "Numbers on registers",
  unregistered: "On no register",
  stageReason: "Why it is at this stage",
  stageSince: "At this stage since",
  areaIds: "Areas served",
  termIds: "Themes and services",
  mainContactId: "Main contact",
  closedOn: "Closed on",
  closedReason: "Why it closed",
}

/** The label of a field. */
export const fieldLabel = (field: string) => FIELD_LABELS[field] ?? field

const lists: Record<string, Record<string, string>> = {
  stage: STAGES,
  sector: SECTORS,
  legalForm: LEGAL_FORMS,
  incomeBand: INCOME_BANDS,
  directorySaidHow: CONSENT_WAYS,
}
const manyOf: Record<string, Record<string, string>> = { directoryShows: DIRECTORY_PARTS }

/** The label of a field, said to the group's own people. */
export const ownLabel = (field: string) => (field === "about" ? "What you do" : fieldLabel(field))

/** A fact of a group in words; null when it is not known. Yes, no, none and 0 are known. */
export function factInWords(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null
  if (Array.isArray(value)) {
    const labels = manyOf[field] ?? {}
    return value.map((one) => labels[String(one)] ?? String(one)).join(", ") || "Only the name"
  }
  if (typeof value === "boolean") return value ? "Yes" : "No"
  if (field === "income") return formatMoney(Number(value))
  if (typeof value === "number") return value === 0 ? "None" : formatNumber(value)
  return lists[field]?.[String(value)] ?? String(value)
}

/** "Changed: phone and address". `labels` are those of the LIO's own questions. */
export function sentenceOf(fields: string[], labels: Record<string, string> = {}): string {
  const words = fields.map((field) => inSentence(labels[field] ?? fieldLabel(field)))
  const last = words.pop()
  return `Changed: ${words.length > 0 ? `${words.join(", ")} and ${last}` : last}`
}
