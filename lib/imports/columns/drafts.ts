import { LEGAL_FORMS, type REGISTERS, STAGES } from "@/db/vocabulary"
import type { Answers } from "../../fields/input"
import type { ImportedFields } from "../../groups/importing/fields"
import { nameKey } from "../../groups/names"
import { inWords, say } from "../../words"
import { dateRead } from "./amounts"
import { answersIn } from "./answers"
import * as cell from "./cells"
import type { Asked, Problem, ReadingContext } from "./context"
import { easyName } from "./easy-names"
import { type Field, type Mapping, plainHeader } from "./fields"
import { activeSaid, bandOf, legalFormSaid, sectorSaid, stageSaid } from "./kinds"
import { lettersRead } from "./letters"
import { incomeIn, tickedIn } from "./parts"
import { type DraftPeriod, periodIn } from "./period"
import { type DraftPerson, peopleIn } from "./persons"
import { provenanceIn } from "./provenance"
import { type Columns, readRow, shortHeader, YES_NO } from "./reading"

/** What one row says of a group, cleaned. Null: it does not say. `row` is its number in the file. */
export type Draft = {
  row: number
  name: string
  nameKey: string
  identifiers: { register: keyof typeof REGISTERS; value: string }[]
  /** Its id where it comes from, in a file of Trellis's own: two rows with two ids are two groups. */
  sourceId: string | null
  areas: string[]
  themes: string[]
  clientGroups: string[]
  services: string[]
  tags: string[]
  people: DraftPerson[]
  /** Answers to the LIO’s own questions, by the id of the question. */
  answers: Answers
  /** An address that stands with people and is the group’s where it has none. */
  lent: string | null
  /** What it says of a membership. */
  period: DraftPeriod | null
} & ImportedFields

/** How big a group is, in whole numbers. */
const COUNTED = [
  "staffFullTime",
  "staffPartTime",
  "trustees",
  "volunteers",
  "volunteerHours",
  "beneficiaries",
  "localBeneficiaries",
] as const
type Counted = (typeof COUNTED)[number]

/** The columns of the LIO's lists, and where a draft keeps their words. */
export const TERMS = [
  ["theme", "themes"],
  ["clientGroup", "clientGroups"],
  ["service", "services"],
  ["tag", "tags"],
] as const

/** Rows as drafts, what is wrong in them, and the rows that cannot be a group at all. */
export type Drafted = { drafts: Draft[]; problems: Problem[]; errors: number[]; asked: Asked[] }

/** Before the first row. */
export const nothingDrafted = (): Drafted => ({ drafts: [], problems: [], errors: [], asked: [] })

/** Reads rows one by one into what was drafted so far. Empty rows are passed over. */
export function drafting(headers: string[], mapping: Mapping, context: ReadingContext) {
  const byField: Columns["byField"] = new Map()
  for (const [at, header] of headers.entries()) {
    const field = mapping[header]
    if (field) byField.set(field, [...(byField.get(field) ?? []), { at, header }])
  }
  const columns = { headers, plain: headers.map(plainHeader), byField }
  return (row: string[], number: number, into: Drafted) => {
    if (row.some((one) => cell.textOf(one))) draftRow(row, number, columns, into, context)
  }
}

/** The name as it is kept, but for its length. */
export const groupName = (name: string | undefined) => easyName(cell.textOf(name).replace(/\s+/g, " "))

/** Whether cells under a stage or "active" say that a group is closed: such rows are read after the others. */
export const saysClosed = (stage: string | undefined, active: string | undefined) =>
  activeSaid(cell.textOf(active)) === "no" || stageSaid(cell.textOf(stage)) === "closed"

const STAGE = Object.entries(STAGES)
const LEGAL = Object.entries(LEGAL_FORMS)
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const LONGEST_NAME = 300
const TOTAL =
  /^(grand |sub)?-?\s?totals?\b(?! (recovery|arts|theatre|dance|fitness|health|people|care|support|football|sport))|^(no|number|count) of (groups|members|organisations)|^\d+ (groups|members|organisations|rows)$/i

/** Why a row cannot be a group; null when it can. */
function noGroup(name: string, row: string[], { headers, plain }: Columns): string | null {
  const isHeader = (one: string, at: number) =>
    one && one.length < (headers[at]?.length ?? 0) + 10 && plainHeader(one) === plain[at]
  const same = row.filter(isHeader)
  if (same.length > 1 && same.length >= row.filter(Boolean).length / 2)
    return say("These are the headers once more, not a group.")
  if (cell.faultOf(name)) return cell.faultOf(name)
  if (TOTAL.test(name))
    return say("“{name}” looks like a total, not like a group.", { name: name.slice(0, 60) })
  return name && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)
    ? null
    : say("There is no name. A group needs one.")
}

function draftRow(
  raw: string[],
  number: number,
  columns: Columns,
  drafted: Drafted,
  context: ReadingContext,
) {
  const reading = readRow(raw, number, columns, context)
  const { row, problems, first, wrong, words, read, readAs, readWord, readYesNo, count, has } = reading
  const { headers } = columns
  const written = cell.textOf(row[first("name")?.at ?? -1]).replace(/\s+/g, " ")
  const refused = noGroup(written, row, columns)
  if (refused) {
    drafted.errors.push(number)
    drafted.problems.push({
      row: number,
      column: shortHeader(first("name")?.header ?? say("Name")),
      problem: refused,
    })
    return
  }
  const whole = easyName(written)
  const name = whole.length > LONGEST_NAME ? [...whole].slice(0, LONGEST_NAME).join("") : whole
  if (whole.length > name.length)
    wrong(
      "name",
      say("This name is {long} letters long. The first {most} were taken.", {
        long: whole.length,
        most: LONGEST_NAME,
      }),
    )
  const letters = lettersRead(words("email"), (problem) => wrong("email", problem))
  const who = peopleIn({ words, wrong, has }, letters.named)
  const email = letters.ofGroup(who.people)
  const contact = words("contact")
  const contactEmail = cell.emailsSaid(contact).find(cell.isEmail) ?? null
  const contactPhone = contact ? cell.phoneSaid(contact) : null
  if (contact && !contactEmail && !contactPhone)
    wrong(
      "contact",
      say("“{contact}” is neither a telephone number nor an email address.", {
        contact: contact.slice(0, 60),
      }),
    )
  const besideContact = contactEmail || contactPhone ? cell.besideNumbers(cell.withoutNumbers(contact)) : ""
  if (besideContact)
    wrong("contact", say("“{words}” is beside it and was left out.", { words: besideContact.slice(0, 60) }))
  const beyond = row.slice(headers.length).map(cell.textOf).filter(Boolean)
  if (beyond.length > 0)
    problems.push({
      row: number,
      column: say("Column {headers}", { headers: headers.length + 1 }),
      problem: say(
        "There are more cells in this row than headers: “{beyond}” was left out. A comma in a name or an address may have pushed the others along.",
        { beyond: beyond.join(", ").slice(0, 60) },
      ),
    })
  const { income, band } = incomeIn(reading)
  const address = [...reading.columns("address"), ...reading.columns("address2")]
    .map(({ at }) => cell.addressSaid(row[at] ?? ""))
    .filter((part) => part && !cell.faultOf(part))
    .join(", ")
  const active = readWord("active", activeSaid, YES_NO, (text) =>
    say("“{text}” is neither yes nor no.", { text }),
  )
  // A sector that is none of ours says what the group is about.
  const sector = sectorSaid(words("sector"))
  const terms = (list: Field) =>
    reading.columns(list).flatMap(({ at }) => listed(cell.textOf(row[at]), APART))
  const identifiers = [
    ...words("orgId")
      .split(/[;|\n]/)
      .map(cell.orgIdSaid),
    readAs(
      "charityNumber",
      (text) => cell.orgIdSaid(text) ?? cell.charityNumberSaid(text),
      (text) => say("“{text}” is not a charity number.", { text }),
    ),
    readAs(
      "companyNumber",
      (text) => cell.numberSaidOn("GB-COH", text),
      (text) => say("“{text}” is not a company number.", { text }),
    ),
    readAs(
      "mutualNumber",
      (text) => cell.numberSaidOn("GB-MPR", text),
      (text) => say("“{text}” is not a number of the mutuals register.", { text }),
    ),
    readAs(
      "cascNumber",
      (text) => cell.numberSaidOn("GB-CASC", text),
      (text) => say("“{text}” is not a CASC reference.", { text }),
    ),
  ].filter((one) => one !== null)
  const unregistered = readYesNo("unregistered")
  const numbered = identifiers.length > 0
  if (unregistered && numbered)
    wrong("unregistered", say("There is a number in this row, so it is on a register. The number was taken."))
  const phones = words("phone") ? cell.phonesSaid(words("phone")) : []
  if (words("phone") && phones.length === 0)
    wrong("phone", say("“{words}” is not a telephone number.", { words: words("phone").slice(0, 60) }))
  if (phones.length > 2)
    wrong(
      "phone",
      say("There are {all} numbers. {two} were taken, not {rest}.", {
        all: phones.length,
        two: inWords(phones.slice(0, 2)),
        rest: phones.slice(2).join(", "),
      }),
    )
  const besidePhone = phones.length > 0 ? cell.besideNumbers(words("phone")) : ""
  if (besidePhone)
    wrong(
      "phone",
      say("“{words}” is beside the number and was left out.", { words: besidePhone.slice(0, 60) }),
    )
  const secondPhone = readAs("secondPhone", cell.phoneSaid, (text) =>
    say("“{text}” is not a telephone number.", { text }),
  )
  const past = { on: context.on, past: true }
  const joinedOn = read("joinedOn", (text) => dateRead(text, past))
  const period = periodIn(reading, context, joinedOn)
  const stage = readWord("stage", stageSaid, STAGE, (text) =>
    say("“{text}” is no stage that Trellis knows.", { text }),
  ) as Draft["stage"]
  drafted.drafts.push({
    row: number,
    name,
    nameKey: nameKey(name),
    identifiers: identifiers.filter(
      (one, at) =>
        identifiers.findIndex((other) => other.register === one.register && other.value === one.value) === at,
    ),
    sourceId:
      words("orgId")
        .split("; ")
        .find((one) => UUID.test(one)) ?? null,
    alsoKnownAs: words("alsoKnownAs") || null,
    address: address || null,
    postcode: read("postcode", cell.postcodeRead),
    email: email ?? contactEmail,
    phone: phones[0] ?? contactPhone,
    secondPhone: secondPhone ?? phones[1] ?? null,
    website: read("website", cell.websiteRead),
    about: words("about") || null,
    stage:
      active === "no"
        ? "closed"
        : (stage ?? (has("membershipKind") && !period?.typeId ? stageSaid(words("membershipKind")) : null)),
    legalForm: readWord("legalForm", legalFormSaid, LEGAL, (text) =>
      say("“{text}” is no legal form that Trellis knows.", { text }),
    ) as Draft["legalForm"],
    income,
    incomeBand: band ?? (income === null ? null : bandOf(income)),
    registeredOn: read("registeredOn", (text) => dateRead(text, past)),
    joinedOn: joinedOn ?? (period?.startsOn && period.startsOn <= context.on.today ? period.startsOn : null),
    sector,
    unregistered: unregistered && !numbered ? true : null,
    faithBased: readYesNo("faithBased"),
    directoryConsent: readYesNo("directoryConsent"),
    ...(Object.fromEntries(COUNTED.map((field) => [field, count(field)])) as Record<Counted, number | null>),
    areas: listed(words("area"), /\s*[;|\n]\s*/),
    themes: sector === null ? [...terms("theme"), ...listed(words("sector"), APART)] : terms("theme"),
    clientGroups: terms("clientGroup"),
    services: terms("service"),
    tags: [...terms("tag"), ...tickedIn(reading)],
    people: who.people,
    lent: who.office[0] ?? null,
    ...provenanceIn(reading, context),
    answers: answersIn(reading, context),
    period,
  })
  for (const one of problems) drafted.problems.push(one)
  for (const one of reading.asked) drafted.asked.push(one)
}

const APART = /\s*[;|,\n]\s*/
const NOTHING: string[] = []
/** Several in one cell. Where a semicolon stands between them, a comma is part of a name. */
const listed = (text: string, mark: RegExp) =>
  !text || cell.faultOf(text)
    ? NOTHING
    : text
        .split(text.includes(";") ? /\s*[;|\n]\s*/ : mark)
        .filter(Boolean)
        .slice(0, 100)
