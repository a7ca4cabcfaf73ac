import { RuleBroken } from "../../../errors"
import { charityNumber, numberOn, type Register } from "../../../groups/identifiers/numbers"
import { dateRead, type Today } from "../../../imports/columns/amounts"
import { postcodeMaybe } from "../../../input"
import { readSheet } from "../../../spreadsheet/read"
import { decode } from "../../../spreadsheet/text"
import { say } from "../../../words"
import type { GrantRow } from "../input"

const ORG_ID = /^(GB-(?:CHC|SC|NIC|COH|MPR|CASC))-(.+)$/i
/** What a whole file is refused with names so many of its rows. */
const TOLD = 5
/** Whoever runs the command has the machine: a file may be of any size. */
const ANY_SIZE = Number.POSITIVE_INFINITY

/** A grant as it stands in a file, part by part, before it is read. */
type Raw = {
  identifier: string
  title: string
  currency: string
  amount: string
  awardedOn: string
  recipient: { name: string; ids: string[]; charity: string; company: string; postcode: string }
  funder: { name: string; id: string }
  programme: string
}

const wordsOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() : ""
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const listOf = (value: unknown) => (Array.isArray(value) ? value : [value]).filter(isObject)

function numbersOf({ ids, charity, company }: Raw["recipient"]): GrantRow["recipientNumbers"] {
  const byId = ids.flatMap((id) => {
    const [, register, number = ""] = ORG_ID.exec(id) ?? []
    if (!register) return []
    const known = register.toUpperCase() as Register
    return [{ register: known, value: numberOn(known, number) }]
  })
  const all = [
    ...byId,
    ...(charity ? [charityNumber(charity)] : []),
    ...(company ? [{ register: "GB-COH" as const, value: numberOn("GB-COH", company) }] : []),
  ].flatMap((one) => (one?.value ? [{ register: one.register as string, value: one.value }] : []))
  return [...new Map(all.map((one) => [`${one.register} ${one.value}`, one])).values()]
}

/** Hundredths of a sum as files write it: 2266, "3,028.63", "£500". */
function amountOf(typed: string): number {
  const plain = typed.replace(/[£$€,\s]/g, "")
  return /^-?\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN
}

/** Reads one grant; what is wrong with it in one sentence. */
function readOne(raw: Raw, on: Today): GrantRow | string {
  const { recipient, funder } = raw
  if (!raw.identifier) return say("It has no identifier.")
  if (!recipient.name && recipient.ids.every((id) => !id)) return say("It doesn’t say who got it.")
  if (!funder.name) return say("It doesn’t say who the funder is.")
  const amount = amountOf(raw.amount)
  if (Number.isNaN(amount) || amount > Number.MAX_SAFE_INTEGER)
    return say("“{amount}” is not a sum.", { amount: raw.amount.slice(0, 60) })
  if (amount < 0) return say("Its sum is less than nothing: {amount}.", { amount: raw.amount.slice(0, 60) })
  const currency = raw.currency.toUpperCase() || "GBP"
  if (!/^[A-Z]{3}$/.test(currency))
    return say("“{currency}” is not a currency such as GBP.", { currency: currency.slice(0, 60) })
  const { value: awardedOn, note } = dateRead(raw.awardedOn, { on })
  if (!awardedOn)
    return raw.awardedOn ? (note ?? say("It has no date.")) : say("It doesn’t say when it was awarded.")
  return {
    identifier: raw.identifier,
    title: raw.title || say("A grant"),
    recipientName: recipient.name,
    recipientNumbers: numbersOf(recipient),
    recipientPostcode: postcodeMaybe().safeParse(recipient.postcode).data ?? null,
    funderName: funder.name,
    funderOrgId: funder.id.toUpperCase() || null,
    programme: raw.programme || null,
    ...{ currency, amount, awardedOn },
  }
}

function fromJson(text: string): (Raw | null)[] {
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    throw new RuleBroken(say("This file can’t be read as JSON: it is damaged or cut off. Download it again."))
  }
  const grants = Array.isArray(whole) ? whole : isObject(whole) ? whole.grants : undefined
  if (!Array.isArray(grants) || grants.length === 0)
    throw new RuleBroken(
      say("There are no grants in this file. A 360Giving file has them in a list called “grants”."),
    )
  return grants.map((grant: unknown) => {
    const whole = isObject(grant) ? grant : {}
    const recipients = listOf(whole.recipientOrganization)
    const [recipient] = recipients
    // A grant to one person names no group, and nothing of it is kept.
    if (!recipient && whole.recipientIndividual !== undefined) return null
    const [funder = {}] = listOf(whole.fundingOrganization)
    const [programme = {}] = listOf(whole.grantProgramme)
    return {
      identifier: wordsOf(whole.id),
      title: wordsOf(whole.title),
      currency: wordsOf(whole.currency),
      amount: wordsOf(whole.amountAwarded),
      awardedOn: wordsOf(whole.awardDate),
      recipient: {
        name: wordsOf(recipient?.name),
        ids: recipients.map(({ id }) => wordsOf(id)),
        charity: wordsOf(recipient?.charityNumber),
        company: wordsOf(recipient?.companyNumber),
        postcode: wordsOf(recipient?.postalCode),
      },
      funder: { name: wordsOf(funder.name), id: wordsOf(funder.id) },
      programme: wordsOf(programme.title),
    }
  })
}

/** The columns of a table of grants, by their headers without case, spaces and marks: the titles of the standard and its paths. */
const HEADERS = {
  identifier: /^(grant)?(identifier|id)$/,
  title: /^(grant)?title$/,
  currency: /^currency$/,
  amount: /^amountawarded$/,
  awardedOn: /^awarddate$/,
  recipientName: /^recipientorg(ani[sz]ation)?0?name$/,
  recipientId: /^recipientorg(ani[sz]ation)?0?(identifier|id)$/,
  charity: /^recipientorg(ani[sz]ation)?0?charitynumber$/,
  company: /^recipientorg(ani[sz]ation)?0?companynumber$/,
  postcode: /^recipientorg(ani[sz]ation)?0?(postalcode|postcode)$/,
  funderName: /^funding(org(ani[sz]ation)?)0?name$/,
  funderId: /^funding(org(ani[sz]ation)?)0?(identifier|id)$/,
  programme: /^grantprogramme0?title$/,
} as const
/** Without these a table is none of grants; each as its header is usually written. */
const NEEDED = {
  identifier: "Identifier",
  amount: "Amount Awarded",
  awardedOn: "Award Date",
  recipientName: "Recipient Org:Name",
  funderName: "Funding Org:Name",
} as const

function fromTable([headers = [], ...rows]: string[][]): (Raw | null)[] {
  const plain = headers.map((header) => header.toLowerCase().replace(/[^a-z0-9]/g, ""))
  const placeOf = (field: keyof typeof HEADERS) => plain.findIndex((header) => HEADERS[field].test(header))
  const missing = Object.entries(NEEDED).filter(([field]) => placeOf(field as keyof typeof NEEDED) < 0)
  if (missing.length > 0)
    throw new RuleBroken(
      say("This table has no column {columns}. 360Giving tables have it: download the file again.", {
        columns: missing.map(([, header]) => `“${header}”`).join(", "),
      }),
    )
  const places = Object.fromEntries(
    Object.keys(HEADERS).map((field) => [field, placeOf(field as keyof typeof HEADERS)]),
  ) as Record<keyof typeof HEADERS, number>
  const people = plain.flatMap((header, at) => (/^recipientind/.test(header) ? [at] : []))
  return rows
    .filter((row) => row.some(Boolean))
    .map((row) => {
      const cell = (field: keyof typeof HEADERS) => (row[places[field]] ?? "").trim()
      if (!cell("recipientName") && people.some((at) => row[at])) return null
      return {
        identifier: cell("identifier"),
        title: cell("title"),
        currency: cell("currency"),
        amount: cell("amount"),
        awardedOn: cell("awardedOn"),
        recipient: {
          name: cell("recipientName"),
          ids: [cell("recipientId")],
          charity: cell("charity"),
          company: cell("company"),
          postcode: cell("postcode"),
        },
        funder: { name: cell("funderName"), id: cell("funderId") },
        programme: cell("programme"),
      }
    })
}

/**
 * The grants of a 360Giving file, JSON or a table (.csv, .xlsx, .ods). All of them or none: RuleBroken names what is wrong
 * and where. `rows` counts grants to single people too, of which nothing is kept.
 */
export async function readGrants(
  bytes: Uint8Array,
  on: Today,
): Promise<{ rows: number; grants: GrantRow[] }> {
  const start = decode(bytes.subarray(0, 200))
    .replace(/^\uFEFF/, "")
    .trimStart()
  const isJson = start.startsWith("{") || start.startsWith("[")
  const raws = isJson
    ? fromJson(decode(bytes).replace(/^\uFEFF/, ""))
    : fromTable((await readSheet(bytes, { mostBytes: ANY_SIZE })).rows)
  const grants: GrantRow[] = []
  const wrong: string[] = []
  for (const [at, raw] of raws.entries()) {
    const read = raw && readOne(raw, on)
    if (typeof read === "string")
      wrong.push(
        isJson
          ? say("Grant {number}: {problem}", { number: at + 1, problem: read })
          : say("Row {number}: {problem}", { number: at + 2, problem: read }),
      )
    else if (read) grants.push(read)
  }
  if (wrong.length > 0)
    throw new RuleBroken(
      [
        say("Nothing was brought in, because some of these grants can’t be read."),
        ...wrong.slice(0, TOLD),
        ...(wrong.length > TOLD ? [say("And {count} more.", { count: wrong.length - TOLD })] : []),
      ].join("\n"),
    )
  return { rows: raws.length, grants }
}
