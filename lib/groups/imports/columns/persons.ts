import type { ROLES } from "@/db/vocabulary"
import { besideNumbers, emailsSaid, isEmail, phonesSaid, said, withoutNumbers } from "./cells"
import type { Field } from "./fields"
import { ROLE_COLUMNS } from "./officers"

/** A person named in a row. */
export type DraftPerson = {
  name: string
  email: string | null
  phone: string | null
  role: keyof typeof ROLES
}

/** What the cells about one role say: who, and how they are reached. */
export type Spoken = { names: string; emails: string; phones: string; role: keyof typeof ROLES }

const NOBODY = /^(vacan(t|cy)|post vacant|position vacant|nobody|no one|none at present|to be elected)$/i
const NO_NAME = /^(see |as above|same as|as before|ditto|changed|left|ask |left blank|n\/?k)|below$|\?{2,}/i
const ROLE_WORDS: [RegExp, keyof typeof ROLES][] = [
  [/chair/i, "chair"],
  [/treasurer/i, "treasurer"],
  [/secretary/i, "secretary"],
  [/trustee|committee/i, "trustee"],
  [/volunteer/i, "volunteer"],
  [/staff|manager|worker|officer|director|co-?ordinator/i, "staff"],
]
const TITLE = /^(mr|mrs|ms|miss|mx|dr|rev|revd|cllr|prof|sir|dame|canon|fr)\.?$/i

/** "Mary & Peter Smith" are Mary Smith and Peter Smith. */
function withSurnames(names: string[]): string[] {
  const last = names.at(-1)?.split(" ") ?? []
  const surname = last.length > 1 ? last.at(-1) : undefined
  return names.map((name) =>
    surname && !name.includes(" ") && names.length > 1 ? `${name} ${surname}` : name,
  )
}

/** The people of a cell with what they are, when it says so: "Asha Patel (chair) / Tom Lee (treasurer)". */
export function namesSaid(text: string): { name: string; role: keyof typeof ROLES | null }[] {
  const parts = text
    .split(/\s*(?:[;/|&+]|\r?\n|\band\b)\s*/i)
    .flatMap((part) => {
      const sides = part.split(/\s*,\s*/)
      return sides.every((side) => side.includes(" ")) ? sides : [part]
    })
    .map((part) => {
      const beside = /[([]\s*([^)\]]*)[)\]]?|\s[-–—:]\s*(.*)$/.exec(part)
      const what = beside?.[1] ?? beside?.[2] ?? ""
      const role = ROLE_WORDS.find(([form]) => form.test(what))?.[1] ?? null
      const name = (role ? part.replace(beside?.[0] ?? "", " ") : part).replace(/\s+/g, " ").trim()
      return { name: name.replace(/^[,.:;\s]+|[,:;?*\s]+$/g, ""), role }
    })
    .filter(({ name }) => /\p{L}{2}/u.test(name))
  const names = withSurnames(parts.map(({ name }) => name))
  return parts
    .map(({ role }, at) => ({ name: (names[at] ?? "").slice(0, 200), role }))
    .filter(({ name }) => !TITLE.test(name))
}

/** The people of one role in a row. `wrong` is told what was not as it should be, and in which of the three cells. */
export function peopleOf(
  { names: whole, emails, phones, role }: Spoken,
  wrong: (cell: "names" | "emails" | "phones", problem: string) => void,
): DraftPerson[] {
  // An address or a number may stand with the name: "Ann Boo 07700 900103".
  const reached = /@|\d[\d ]{8}/.test(whole)
  const names = reached ? withoutNumbers(whole).trim() : whole
  if (reached && !/\p{L}{2}/u.test(names)) {
    wrong("names", `“${whole.slice(0, 60)}” is not a person’s name. Nobody was added.`)
    return []
  }
  const nobody = NOBODY.test(names) || NO_NAME.test(names)
  if (nobody) wrong("names", `“${names.slice(0, 60)}” is not a person’s name. Nobody was added.`)
  const named = nobody ? [] : namesSaid(names)
  if (names && !nobody && named.length === 0)
    wrong("names", `“${names.slice(0, 60)}” is not a person’s name. Nobody was added.`)
  const addresses = [...emailsSaid(emails), ...(reached ? emailsSaid(whole) : [])]
  const good = [...new Set(addresses.filter(isEmail))]
  if (emails && addresses.length !== addresses.filter(isEmail).length)
    wrong(
      "emails",
      `“${addresses
        .filter((one) => !isEmail(one))
        .join(", ")
        .slice(0, 60)}” is not an email address.`,
    )
  else if (said(emails) && addresses.length === 0)
    wrong("emails", `“${emails.slice(0, 60)}” is not an email address.`)
  const numbers = [...new Set([...phonesSaid(phones), ...(reached ? phonesSaid(whole) : [])])]
  const phone = numbers[0] ?? null
  const beside = numbers.length > 0 ? besideNumbers(phones) : ""
  if (beside) wrong("phones", `“${beside.slice(0, 60)}” stands beside the number and was left out.`)
  if (named.length > 0 && numbers.length > named.length)
    wrong(
      phones ? "phones" : "names",
      `There are ${numbers.length} numbers. ${numbers.slice(0, named.length).join(" and ")} ${named.length > 1 ? "were" : "was"} taken, not ${numbers.slice(named.length).join(", ")}.`,
    )
  if (phones && !phone) wrong("phones", `“${phones.slice(0, 60)}” is not a telephone number.`)
  if (named.length === 0 && (good.length > 0 || phone))
    wrong(good.length > 0 ? "emails" : "phones", "There is no name for this person, so they were not added.")
  if (named.length > 0 && good.length > named.length)
    wrong(
      "emails",
      `There are ${good.length} addresses. ${good[0]} was taken, not ${good.slice(named.length).join(", ")}.`,
    )
  if (named.length > 1)
    wrong(
      "names",
      `There are ${named.length} people in this cell: ${named.map(({ name }) => name).join(", ")}. Each was taken by themselves.`,
    )
  return named.map((person, at) => ({
    name: person.name,
    role: person.role ?? role,
    email: good[at] ?? null,
    phone: numbers[at] ?? null,
  }))
}

/** "Mary <mary@x.org>; info@x.org": who stands beside which address, and what else stands in the cell. */
export function lettersSaid(cell: string): {
  good: string[]
  bad: string[]
  named: { name: string; email: string }[]
  words: string
} {
  const all = emailsSaid(cell)
  const good = [...new Set(all.filter(isEmail))]
  const named = [...cell.matchAll(/([\p{L}][\p{L} .'’-]{1,80}?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>/gu)].map(
    ([, name = "", email = ""]) => ({ name: name.trim(), email: email.normalize("NFKC").toLowerCase() }),
  )
  const words = cell
    .replace(/[^\s;,/<>|()]*@[^\s;,/<>|()]*/g, " ")
    .replace(named.length > 0 ? new RegExp(named.map(({ name }) => name).join("|"), "gu") : /$^/, " ")
    .replace(/\b(or|and)\b|[;,/<>|():&]/gi, " ")
    .replace(/\s+/g, " ")
    .trim()
  return {
    good,
    bad: all.filter((one) => !isEmail(one)),
    named: named.filter(({ email }) => isEmail(email)),
    words,
  }
}

/** Everybody whom a row names: by the columns of each role, and with their address among the group's. */
export function peopleIn(
  words: (field: Field) => string,
  wrong: (field: Field, problem: string) => void,
  named: { name: string; email: string }[],
): DraftPerson[] {
  const all = ROLE_COLUMNS.flatMap(({ role, ...columns }) => {
    const said = {
      role,
      names: words(columns.names),
      emails: words(columns.emails),
      phones: words(columns.phones),
    }
    return said.names || said.emails || said.phones
      ? peopleOf(said, (which, problem) => wrong(columns[which], problem))
      : []
  })
  const people: DraftPerson[] = []
  for (const person of all) {
    const twin = people.find(
      (one) =>
        one.name.toLowerCase() === person.name.toLowerCase() &&
        (!one.email || !person.email || one.email === person.email) &&
        (one.role === "contact" || one.role === person.role),
    )
    if (twin)
      Object.assign(twin, { ...person, email: twin.email ?? person.email, phone: twin.phone ?? person.phone })
    else if (person.email && people.some((one) => one.email === person.email))
      people.push({ ...person, email: null })
    else people.push(person)
  }
  for (const { name, email } of named) {
    const known = people.find((one) => one.name.toLowerCase().startsWith(name.toLowerCase()))
    if (known) known.email ??= email
    else if (!people.some((one) => one.email === email))
      people.push({ name, email, phone: null, role: "contact" })
  }
  return people
}
