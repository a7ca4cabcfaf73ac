import { CONSENT_WAYS, DIRECTORY_PARTS, INCOME_BANDS, LEGAL_FORMS, SECTORS, STAGES } from "@/db/vocabulary"
import { formatMoney, formatNumber, inSentence, inWords, say } from "../words"

/** What each fact of a group is called on a page. */
export const FIELD_LABELS: Record<string, string> = {
  name: "Name",
  alsoKnownAs: say("Also known as"),
  stage: say("Stage"),
  sector: say("Sector"),
  legalForm: say("Legal form"),
  about: say("What they do"),
  email: say("Email"),
  phone: say("Phone"),
  secondPhone: say("Second phone"),
  website: say("Website"),
  address: say("Address"),
  postcode: say("Postcode"),
  incomeBand: say("Yearly income"),
  income: say("Exact yearly income"),
  staffFullTime: say("Full-time staff"),
  staffPartTime: say("Part-time staff"),
  trustees: say("Trustees or committee members"),
  volunteers: say("Volunteers"),
  volunteerHours: say("Volunteer hours a week"),
  beneficiaries: say("People helped in a year"),
  localBeneficiaries: say("Of them, local people"),
  sizesAsAt: say("Sizes as at"),
  faithBased: "Faith-based",
  directoryConsent: say("May be in the public directory"),
  directorySaidOn: say("Said on"),
  directorySaidBy: say("Said by"),
  directorySaidHow: say("How they said so"),
  directoryShows: say("Shown in the directory"),
  registeredOn: say("Registered on"),
  joinedOn: say("Joined on"),
  identifiers: say("Numbers on registers"),
  unregistered: say("On no register"),
  stageReason: say("Why it is at this stage"),
  stageSince: say("At this stage since"),
  areaIds: say("Areas served"),
  termIds: say("Themes and services"),
  mainContactId: say("Main contact"),
  closedOn: say("Closed on"),
  closedReason: say("Why it closed"),
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
export const ownLabel = (field: string) => (field === "about" ? say("What you do") : fieldLabel(field))

/** A fact of a group in words; null when it is not known. Yes, no, none and 0 are known. */
export function factInWords(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null
  if (Array.isArray(value)) {
    const labels = manyOf[field] ?? {}
    return value.map((one) => labels[String(one)] ?? String(one)).join(", ") || say("Only the name")
  }
  if (typeof value === "boolean") return value ? say("Yes") : say("No")
  if (field === "income") return formatMoney(Number(value))
  if (typeof value === "number") return value === 0 ? say("None") : formatNumber(value)
  return lists[field]?.[String(value)] ?? String(value)
}

/** "phone and address". `labels` are those of the LIO's own questions. */
export const fieldsInWords = (fields: string[], labels: Record<string, string> = {}) =>
  inWords(fields.map((field) => inSentence(labels[field] ?? fieldLabel(field))))

/** "Changed: phone and address". */
export const sentenceOf = (fields: string[], labels: Record<string, string> = {}) =>
  say("Changed: {fields}", { fields: fieldsInWords(fields, labels) })
