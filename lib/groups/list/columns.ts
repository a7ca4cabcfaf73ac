import { AREA_KINDS } from "@/db/vocabulary"
import { FIELD_LABELS, factInWords } from "../words"
import type { WholeGroup } from "./queries"

const OWN = [
  "name",
  "alsoKnownAs",
  "stage",
  "sector",
  "legalForm",
  "about",
  "email",
  "phone",
  "secondPhone",
  "website",
  "address",
  "postcode",
  "incomeBand",
  "staffFullTime",
  "staffPartTime",
  "trustees",
  "volunteers",
  "volunteerHours",
  "beneficiaries",
  "localBeneficiaries",
  "sizesAsAt",
  "faithBased",
  "directoryConsent",
  "registeredOn",
  "joinedOn",
  "closedOn",
  "closedReason",
  "lastContactOn",
  "lastContactBy",
] as const

const LABELS: Record<string, string> = {
  ...FIELD_LABELS,
  lastContactOn: "Last contact on",
  lastContactBy: "Last contact by",
}
const DISTRICT = `${AREA_KINDS.district} code`
const WARD = `${AREA_KINDS.ward} code`

/** The headings of an exported list, in order. */
export const COLUMNS = [
  "Id",
  ...OWN.map((field) => LABELS[field] ?? field),
  "Exact yearly income in pounds",
  DISTRICT,
  WARD,
  "Main contact",
  "Main contact email",
  "Main contact phone",
  "Numbers on registers",
  "Areas served",
  "Themes and services",
]

/** Numbers stay numbers (0 is none, empty is not known); everything else is in words. */
function cell(field: string, value: unknown): string | number {
  if (typeof value === "number") return value
  return factInWords(field, value) ?? ""
}

/** A group as one line of an exported list: heading → what is kept, empty when it is not known. */
export function lineOf({ group, ...rest }: WholeGroup): Record<string, string | number> {
  return {
    Id: group.id,
    ...Object.fromEntries(OWN.map((field) => [LABELS[field] ?? field, cell(field, group[field])])),
    "Exact yearly income in pounds": group.income === null ? "" : group.income / 100,
    [DISTRICT]: group.districtCode ?? "",
    [WARD]: group.wardCode ?? "",
    "Main contact": rest.contactName ?? "",
    "Main contact email": rest.contactEmail ?? "",
    "Main contact phone": rest.contactPhone ?? "",
    "Numbers on registers": rest.identifiers ?? "",
    "Areas served": rest.serves ?? "",
    "Themes and services": rest.terms ?? "",
  }
}
