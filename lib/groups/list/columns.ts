import { AREA_KINDS, ROLES, TERM_LISTS } from "@/db/vocabulary"
import type { Field } from "../../fields/input"
import { fieldInWords } from "../../fields/words"
import { placeName } from "../../places/queries"
import { formatDate, say } from "../../words"
import { FIELD_LABELS, factInWords } from "../words"

/** A column of the list of groups: how it is selected, shown and sorted. One that is not here cannot be chosen. */
export type Column = {
  key: string
  label: string
  /** An expression of PostgreSQL over `groups` with their main contact as `people`; empty: it is read apart. */
  select: string
  /** What it is sorted by, when that is not what is selected. */
  by?: string
  /** The word in ?sort= that sorts by it. */
  sort?: string
  /** Holds days: in a spreadsheet they are dates. */
  day?: boolean
  /** Figures stand to the right. */
  number?: boolean
  /** The value on a page. */
  show: (value: unknown) => string
  /** The value in a file: numbers stay numbers, days are as 2026-06-04. Empty is not known. */
  cell: (value: unknown) => string | number
}

const words = (value: unknown) => (value === null || value === undefined ? "" : String(value))
const plain = (key: string, label: string, select: string): Column => ({
  key,
  label,
  select,
  sort: key,
  show: words,
  cell: words,
})
const day = (key: string, label: string, select: string): Column => ({
  ...plain(key, label, select),
  day: true,
  show: (value) => (value ? formatDate(String(value)) : ""),
})

/** A fact that stands on the group itself. */
function own(key: string, column: string): Column {
  const inWords = (value: unknown) => factInWords(key, value) ?? ""
  return {
    ...plain(key, FIELD_LABELS[key] ?? key, `groups.${column}`),
    show: inWords,
    cell: (value) => (typeof value === "number" ? value : inWords(value)),
  }
}
const ownNumber = (key: string, column: string): Column => ({ ...own(key, column), number: true })
const ownDay = (key: string, column: string) => day(key, FIELD_LABELS[key] ?? key, `groups.${column}`)

/** Several names in one cell. A semicolon after a single one says that the comma in it parts nothing. */
export const inOneCell = (name: string) =>
  `string_agg(${name}, '; ' order by ${name}) || case when count(*) = 1 and max(${name}) like '%,%' then ';' else '' end`

/** What somebody is in a group, in words. */
export const ROLE_IN_WORDS = `coalesce(r.title, case r.role ${Object.entries(ROLES)
  .map(([role, label]) => `when '${role}' then '${label}'`)
  .join(" ")} end)`

const termsOf = (list: keyof typeof TERM_LISTS): Column =>
  plain(
    list,
    TERM_LISTS[list],
    `(select ${inOneCell("t.name")} from group_terms gt join terms t on t.id = gt.term_id
      where gt.group_id = groups.id and t.list = '${list}')`,
  )
const areaOf = (column: string) => placeName(`groups.${column}`)

/** The columns of every LIO, in their order. */
export const COLUMNS: Column[] = [
  own("name", "name"),
  own("stage", "stage"),
  {
    ...plain("membership", "Membership", ""),
    by: `(select max(coalesce(m.ends_on, 'infinity'::date)) from memberships m
      where m.group_id = groups.id and m.cancelled_on is null)`,
  },
  plain("area", "Area", `coalesce(${areaOf("ward_code")}, ${areaOf("district_code")})`),
  {
    ...plain("contact", "Main contact", "coalesce(people.name, people.email, groups.email)"),
    sort: "person",
    // On a page an address stands in for a name; in a file it would be read as one.
    cell: (value) => (String(value ?? "").includes("@") ? "" : words(value)),
  },
  { ...day("last", say("Last contact"), "groups.last_contact_on"), sort: "contact" },
  { ...day("joined", say("Joined"), "groups.joined_on"), sort: "joined" },
  own("alsoKnownAs", "also_known_as"),
  own("sector", "sector"),
  own("legalForm", "legal_form"),
  own("about", "about"),
  own("email", "email"),
  own("phone", "phone"),
  own("secondPhone", "second_phone"),
  own("website", "website"),
  own("address", "address"),
  own("postcode", "postcode"),
  plain("district", AREA_KINDS.district, areaOf("district_code")),
  plain("ward", AREA_KINDS.ward, areaOf("ward_code")),
  plain("districtCode", `${AREA_KINDS.district} code`, "groups.district_code"),
  plain("wardCode", `${AREA_KINDS.ward} code`, "groups.ward_code"),
  plain("contactEmail", "Main contact email", "people.email"),
  plain("contactPhone", "Main contact phone", "people.phone"),
  plain(
    "contactRole",
    "Main contact role",
    `(select ${ROLE_IN_WORDS} from roles r
      where r.person_id = people.id and r.group_id = groups.id order by r.ended_on desc nulls first, r.created_at limit 1)`,
  ),
  own("incomeBand", "income_band"),
  {
    ...ownNumber("income", "income"),
    cell: (pence) => (typeof pence === "number" ? pence / 100 : ""),
  },
  ownNumber("staffFullTime", "staff_full_time"),
  ownNumber("staffPartTime", "staff_part_time"),
  ownNumber("trustees", "trustees"),
  ownNumber("volunteers", "volunteers"),
  ownNumber("volunteerHours", "volunteer_hours"),
  ownNumber("beneficiaries", "beneficiaries"),
  ownNumber("localBeneficiaries", "local_beneficiaries"),
  ownDay("sizesAsAt", "sizes_as_at"),
  own("unregistered", "unregistered"),
  own("faithBased", "faith_based"),
  own("directoryConsent", "directory_consent"),
  { ...ownDay("directorySaidOn", "directory_said_on"), label: say("Consent given on") },
  { ...own("directorySaidBy", "directory_said_by"), label: say("Consent given by") },
  { ...own("directorySaidHow", "directory_said_how"), label: say("How consent was given") },
  own("directoryShows", "directory_shows"),
  ownDay("registeredOn", "registered_on"),
  ownDay("closedOn", "closed_on"),
  own("closedReason", "closed_reason"),
  plain("stageReason", "Why it is at this stage", "groups.stage_reason"),
  day("stageSince", say("At this stage since"), "groups.stage_since"),
  plain("lastContactBy", "Last contact by", "groups.last_contact_by"),
  day("confirmedOn", say("Details confirmed on"), "groups.confirmed_on"),
  plain("confirmedBy", "Details confirmed by", "groups.confirmed_by"),
  plain(
    "identifiers",
    "Numbers on registers",
    `(select string_agg(i.register || ' ' || i.value, '; ' order by i.register, i.value) from group_identifiers i
      where i.group_id = groups.id)`,
  ),
  plain(
    "serves",
    "Areas served",
    `(select string_agg(a.name, '; ' order by a.name) from group_areas ga join areas a on a.id = ga.area_id
      where ga.group_id = groups.id)`,
  ),
  termsOf("theme"),
  termsOf("client_group"),
  termsOf("service"),
  termsOf("tag"),
  plain(
    "categories",
    "UK-CAT categories",
    `(select string_agg(distinct t.category, '; ' order by t.category) from group_terms gt join terms t on t.id = gt.term_id
      where gt.group_id = groups.id)`,
  ),
  day("added", say("Added on"), "groups.created_at::date"),
  plain("id", "Id", "groups.id"),
]

/** The columns that are shown when none were chosen. */
export const USUAL = ["name", "stage", "membership", "area", "contact", "last", "joined"]

/** The words that sort by a column of every LIO. */
export const SORTS: ReadonlySet<string> = new Set(COLUMNS.flatMap(({ sort }) => (sort ? [sort] : [])))

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** The name in an address of one of the LIO's own questions: of its column, sorting and filter. */
export const fieldKey = (id: string) => `f.${id}`

/** The LIO's own question as a column. */
function ofField(field: Field): Column[] {
  if (!UUID.test(field.id)) return []
  return [
    {
      key: fieldKey(field.id),
      label: field.label,
      select: `groups.custom->'${field.id}'`,
      sort: fieldKey(field.id),
      number: field.kind === "number" || field.kind === "money",
      day: field.kind === "date",
      show: (value) => fieldInWords(field, value) ?? "",
      cell: (value) => {
        if (typeof value === "number") return field.kind === "money" ? value / 100 : value
        return field.kind === "date" ? words(value) : (fieldInWords(field, value) ?? "")
      },
    },
  ]
}

/** Every column that an LIO can choose: those of every LIO, and its own questions. */
export const columnsOf = (fields: Field[]): Column[] => [...COLUMNS, ...fields.flatMap(ofField)]

/** The chosen columns in the order in which they were asked for, the name first; the usual ones when none is known. */
export function chosenColumns(all: Column[], asked: string[] = USUAL): Column[] {
  const known = asked.flatMap((key) => all.filter((column) => column.key === key))
  const chosen = known.some(({ key }) => key !== "name") ? known : chosenOf(all, USUAL)
  return [...chosenOf(all, ["name"]), ...chosen.filter(({ key }) => key !== "name")]
}
const chosenOf = (all: Column[], keys: string[]) => all.filter(({ key }) => keys.includes(key))

const MOST_COLUMNS = 60
const KEYS = new Set(COLUMNS.map(({ key }) => key))

/** The columns that an address asks for, in its order; `own`: how the LIO's own questions are named. Undefined: the usual ones. */
export function chosenKeys(asked: string[], own: RegExp): string[] | undefined {
  const chosen = [...new Set(asked.filter((key) => KEYS.has(key) || own.test(key)))]
  const besides = (keys: string[]) => keys.filter((key) => key !== "name").join()
  const usual = besides(chosen) === besides(USUAL)
  return chosen.length === 0 || usual ? undefined : chosen.slice(0, MOST_COLUMNS)
}
