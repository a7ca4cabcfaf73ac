import { say } from "../../words"
import { MORE_FIELDS } from "./more-fields"
import { OFFICERS } from "./officers"

/** What a column of somebody's spreadsheet can be. Label, then the headers it is known by, in small letters without marks. */
export const FIELDS = {
  name: [
    say("Name of the group"),
    "name",
    "group",
    "group name",
    "name of group",
    "name of the group",
    "name of organisation",
    "name of club",
    "organisation",
    "organisation name",
    "organization",
    "org name",
    "org",
    "charity name",
    "club name",
    "club",
    "company name",
    "member",
    "title",
  ],
  alsoKnownAs: [
    say("Also known as"),
    "also known as",
    "aka",
    "working name",
    "short name",
    "acronym",
    "known as",
    "other name",
    "other names",
  ],
  orgId: [
    say("Register number with its register"),
    "org id",
    "orgid",
    "organisation id",
    "organisation identifier",
    "numbers on registers",
    "id",
  ],
  charityNumber: [
    say("Charity number"),
    "charity number",
    "charity no",
    "charity reg no",
    "registered charity number",
    "reg number",
    "charity registration number",
    "rcn",
    "registered number",
    "charity",
  ],
  companyNumber: [
    say("Company or CIC number"),
    "company number",
    "company no",
    "company reg no",
    "charity company registration number",
    "company registration number",
    "cic number",
    "companies house number",
  ],
  address: [
    say("Address"),
    "address",
    "postal address",
    "charity contact address",
    "contact address",
    "full address",
    "street",
    "venue address",
    "address 1",
    "address line 1",
  ],
  address2: [
    say("More of the address"),
    "address 2",
    "address line 2",
    "address 3",
    "address line 3",
    "town",
    "city",
    "county",
    "locality",
  ],
  postcode: [
    say("Postcode"),
    "postcode",
    "post code",
    "charity contact postcode",
    "pc",
    "zip",
    "contact postcode",
  ],
  email: [
    say("Email of the group"),
    "email",
    "e mail",
    "email address",
    "group email",
    "organisation email",
    "email of group",
    "general email",
    "charity contact email",
    "contact email",
    "mail",
  ],
  phone: [
    say("Telephone"),
    "phone",
    "tel",
    "telephone",
    "telephone number",
    "phone number",
    "charity contact phone",
    "contact phone",
    "mobile",
    "contact number",
    "contact tel",
  ],
  secondPhone: [
    say("Second telephone"),
    "second phone",
    "other phone",
    "phone 2",
    "tel 2",
    "telephone 2",
    "alternative phone",
    "other tel",
  ],
  contact: [say("Telephone or email"), "contact", "contact details", "phone email", "contact info"],
  website: [
    say("Website"),
    "website",
    "web",
    "url",
    "charity contact web",
    "web address",
    "homepage",
    "site",
    "web site",
  ],
  about: [
    say("What they do"),
    "about",
    "activities",
    "what do they do",
    "what do you do",
    "what does the group do",
    "what we offer",
    "main activities",
    "charity activities",
    "description",
    "what they do",
    "what we do",
    "purpose",
    "aims",
    "objects",
    "summary",
  ],
  stage: [
    say("Where they stand with us"),
    "status",
    "stage",
    "membership status",
    "membership",
    "member status",
    "member type",
  ],
  active: [say("Active: yes or no"), "active", "is active", "live", "current"],
  legalForm: [
    say("Legal form"),
    "legal form",
    "charity type",
    "legal status",
    "type",
    "organisation type",
    "structure",
  ],
  income: [
    say("Yearly income in pounds"),
    "income",
    "annual income",
    "latest income",
    "turnover",
    "yearly income",
    "exact yearly income",
    "exact income",
    "income band",
    "annual turnover",
  ],
  registeredOn: [
    say("Registered on"),
    "date of registration",
    "date registered",
    "registered",
    "registration date",
    "registered on",
  ],
  joinedOn: [
    say("Joined on"),
    "joined",
    "date joined",
    "member since",
    "join date",
    "joined on",
    "joining date",
    "date of joining",
    "year joined",
    "membership start",
  ],
  area: [
    say("Area served"),
    "area",
    "area name",
    "area served",
    "ward",
    "district",
    "areas served",
    "geographic area",
    "neighbourhood",
  ],
  theme: [say("Themes"), "theme", "themes", "category", "categories", "cause", "interest", "interests"],
  ...MORE_FIELDS,
  ...OFFICERS,
} as const satisfies Record<string, readonly [string, ...string[]]>

export type Field = keyof typeof FIELDS
/** What a column holds: a field of every group, or the answers to one of the LIO's own questions. */
export type Meaning = Field | `custom.${string}`
/** Column header → what it holds, or null for "do not import". */
export type Mapping = Record<string, Meaning | null>

const KNOWN = new Map(
  (Object.entries(FIELDS) as [Field, readonly string[]][]).flatMap(([field, [, ...names]]) =>
    names.map((name) => [name, field] as const),
  ),
)

/** A header as it is compared: "E-mail address:" is "e mail address". */
export const plainHeader = (header: string) =>
  header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

/** The field that a header means, or null: "Joined / reg date" is what its first known part is, "Email (main)" is Email. */
export function fieldOf(header: string): Field | null {
  const fieldOf = (plain: string) => KNOWN.get(plain) ?? KNOWN.get(plain.replace(/\be mail\b/, "email"))
  const whole = fieldOf(plainHeader(header))
  if (whole) return whole
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
  const parts = [bare, ...bare.split(/\s*(?:\/|\||,|&|\bor\b)\s*/i)].map(plainHeader)
  return parts.map(fieldOf).find((field) => field !== undefined) ?? null
}
