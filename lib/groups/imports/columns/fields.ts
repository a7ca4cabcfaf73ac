/** What a column of somebody's spreadsheet can be. Label, then the headers it is known by, in small letters without marks. */
export const FIELDS = {
  name: [
    "Name of the group",
    "name",
    "group",
    "group name",
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
    "Also known as",
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
    "Register number with its register",
    "org id",
    "orgid",
    "organisation id",
    "organisation identifier",
    "id",
  ],
  charityNumber: [
    "Charity number",
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
    "Company or CIC number",
    "company number",
    "company no",
    "company reg no",
    "charity company registration number",
    "company registration number",
    "cic number",
    "companies house number",
  ],
  address: [
    "Address",
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
    "More of the address",
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
    "Postcode",
    "postcode",
    "post code",
    "charity contact postcode",
    "pc",
    "zip",
    "contact postcode",
  ],
  email: [
    "Email of the group",
    "email",
    "e mail",
    "email address",
    "charity contact email",
    "contact email",
    "mail",
  ],
  phone: [
    "Telephone",
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
  contact: ["Telephone or email", "contact", "contact details", "phone email", "contact info"],
  website: [
    "Website",
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
    "What they do",
    "about",
    "activities",
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
    "Where they stand with us",
    "status",
    "stage",
    "membership status",
    "membership",
    "member status",
    "member type",
  ],
  active: ["Active: yes or no", "active", "is active", "live", "current"],
  legalForm: [
    "Legal form",
    "legal form",
    "charity type",
    "legal status",
    "type",
    "organisation type",
    "structure",
  ],
  income: [
    "Yearly income in pounds",
    "income",
    "annual income",
    "latest income",
    "turnover",
    "yearly income",
    "annual turnover",
  ],
  registeredOn: [
    "Registered on",
    "date of registration",
    "date registered",
    "registered",
    "registration date",
    "registered on",
  ],
  joinedOn: [
    "Joined on",
    "joined",
    "date joined",
    "member since",
    "join date",
    "joined on",
    "membership start",
  ],
  area: [
    "Area served",
    "area",
    "area name",
    "area served",
    "ward",
    "district",
    "areas served",
    "geographic area",
    "neighbourhood",
  ],
  theme: ["Themes", "theme", "themes", "category", "categories", "sector", "cause", "interest", "interests"],
  volunteers: ["Number of volunteers", "volunteers", "number of volunteers", "no of volunteers"],
  trustees: ["Number of trustees", "trustees", "number of trustees", "committee members"],
  person: [
    "Name of a person",
    "contact name",
    "contact person",
    "main contact",
    "name of contact",
    "named contact",
    "secretary name",
    "person",
    "first point of contact",
    "chair",
    "chair name",
    "treasurer",
    "secretary",
    "representative",
  ],
  personEmail: [
    "Email of that person",
    "contact person email",
    "chair email",
    "secretary email",
    "treasurer email",
    "main contact email",
    "person email",
    "contact s email",
  ],
  personPhone: [
    "Telephone of that person",
    "chair phone",
    "secretary phone",
    "main contact phone",
    "person phone",
    "contact s phone",
    "contact mobile",
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type Field = keyof typeof FIELDS
/** Column header → field, or null for "do not import". */
export type Mapping = Record<string, Field | null>

const known = new Map(
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

/** The field that a header means, or null. */
export const fieldOf = (header: string): Field | null => known.get(plainHeader(header)) ?? null

/**
 * Which row holds the headers: the one among the first twenty that means most to us. When none means anything, the
 * first that is about as wide as the list: a title over the list fills a cell or two.
 */
export function headerRow(rows: string[][]): number {
  let best = -1
  let most = 0
  const top = rows.slice(0, 20)
  for (const [at, row] of top.entries()) {
    const meant = new Set(row.map(fieldOf).filter(Boolean)).size
    if (meant > most) [best, most] = [at, meant]
  }
  if (best >= 0) return best
  const filled = top.map((row) => row.filter(Boolean).length)
  return Math.max(
    0,
    filled.findIndex((cells) => cells >= (Math.max(...filled) * 2) / 3),
  )
}

/** Headers told apart: an empty one is named by its column, one that comes twice by its number. */
export function namedHeaders(row: string[]): string[] {
  const seen = new Map<string, number>()
  return row.map((raw, at) => {
    const header = raw.replace(/\s+/g, " ").trim() || `Column ${at + 1}`
    const times = (seen.get(header) ?? 0) + 1
    seen.set(header, times)
    return times === 1 ? header : `${header} (${times})`
  })
}

/** What each header is taken to mean. A field is filled from one column, but for the address and the themes. */
export function mappingFor(headers: string[]): Mapping {
  const taken = new Set<Field>()
  const mapping: Mapping = {}
  for (const header of headers) {
    const field = fieldOf(header)
    const free = field && (!taken.has(field) || field === "address2" || field === "theme")
    mapping[header] = free ? field : null
    if (field && free) taken.add(field)
  }
  return mapping
}
