import { ROLES } from "@/db/vocabulary"
import { isOffice, looksLikeTheirs } from "../../people/names"
import { inWords, say, sayCount } from "../../words"
import { besideNumbers, emailsSaid, isEmail, phonesSaid, textOf, withoutNumbers } from "./cells"
import type { Field } from "./fields"
import { ROLE_COLUMNS } from "./officers"
import { keyOf } from "./provenance"

/** A person named in a row. */
export type DraftPerson = {
  name: string
  email: string | null
  phone: string | null
  role: keyof typeof ROLES
  /** Whether the list names them as whom to ask for. */
  main?: boolean
  /** What they are called, where it is none of the roles. */
  title?: string
}

/** What the cells about one role say: who, and how they are reached. */
type Spoken = { names: string; emails: string; phones: string; role: keyof typeof ROLES }

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
function namesSaid(text: string): { name: string; role: keyof typeof ROLES | null }[] {
  const parts = text
    .split(/\s*(?:[;/|&+]|\r?\n|\band\b)\s*/i)
    .flatMap((part) => {
      const sides = part.split(/\s*,\s*/)
      return sides.every((side) => side.includes(" ")) ? sides : [part]
    })
    .map((part) => {
      const aside = /[([]\s*([^)\]]*)[)\]]?|\s[-–—:]\s*(.*)$/.exec(part)
      const what = aside?.[1] ?? aside?.[2] ?? ""
      const role = ROLE_WORDS.find(([form]) => form.test(what))?.[1] ?? null
      const name = (role ? part.replace(aside?.[0] ?? "", " ") : part).replace(/\s+/g, " ").trim()
      return { name: name.replace(/^[,.:;\s]+|[,:;?*\s]+$/g, ""), role }
    })
    .filter(({ name }) => /\p{L}{2}/u.test(name))
  const names = withSurnames(parts.map(({ name }) => name))
  return parts
    .map(({ role }, at) => ({ name: (names[at] ?? "").slice(0, 200), role }))
    .filter(({ name }) => !TITLE.test(name))
}

/** The people of one role in a row. `wrong` is told what was not as it should be, and in which of the three cells. */
function peopleOf(
  { names: whole, emails, phones, role }: Spoken,
  wrong: (cell: "names" | "emails" | "phones", problem: string) => void,
): DraftPerson[] {
  // An address or a number may stand with the name: "Ann Boo 07700 900103".
  const reached = /@|\d[\d ]{8}/.test(whole)
  const names = reached ? withoutNumbers(whole).trim() : whole
  if (reached && !/\p{L}{2}/u.test(names)) {
    wrong("names", say("“{whole}” is not a person’s name. Nobody was added.", { whole: whole.slice(0, 60) }))
    return []
  }
  const nobody = NOBODY.test(names) || NO_NAME.test(names)
  if (nobody)
    wrong("names", say("“{names}” is not a person’s name. Nobody was added.", { names: names.slice(0, 60) }))
  const named = nobody ? [] : namesSaid(names)
  if (names && !nobody && named.length === 0)
    wrong("names", say("“{names}” is not a person’s name. Nobody was added.", { names: names.slice(0, 60) }))
  const addresses = [...emailsSaid(emails), ...(reached ? emailsSaid(whole) : [])]
  const good = [...new Set(addresses.filter(isEmail))]
  if (emails && addresses.length !== addresses.filter(isEmail).length)
    wrong(
      "emails",
      say("“{addresses}” is not an email address.", {
        addresses: addresses
          .filter((one) => !isEmail(one))
          .join(", ")
          .slice(0, 60),
      }),
    )
  else if (textOf(emails) && addresses.length === 0)
    wrong("emails", say("“{emails}” is not an email address.", { emails: emails.slice(0, 60) }))
  const numbers = [...new Set([...phonesSaid(phones), ...(reached ? phonesSaid(whole) : [])])]
  const phone = numbers[0] ?? null
  const aside = numbers.length > 0 ? besideNumbers(phones) : ""
  if (aside)
    wrong("phones", say("“{aside}” is beside the number and was left out.", { aside: aside.slice(0, 60) }))
  if (named.length > 0 && numbers.length > named.length)
    wrong(
      phones ? "phones" : "names",
      sayCount(
        named.length,
        {
          one: "There are {all} numbers. {taken} was taken, not {rest}.",
          other: "There are {all} numbers. {taken} were taken, not {rest}.",
        },
        {
          all: numbers.length,
          taken: inWords(numbers.slice(0, named.length)),
          rest: numbers.slice(named.length).join(", "),
        },
      ),
    )
  if (phones && !phone)
    wrong("phones", say("“{phones}” is not a telephone number.", { phones: phones.slice(0, 60) }))
  // The address that looks like the one person's goes before the others.
  const ordered = named.length === 1 ? theirsFirst(good, named[0]?.name ?? "") : good
  if (named.length > 0 && good.length > named.length)
    wrong(
      "emails",
      say("There are {good} addresses. {ordered} was taken, not {rest}.", {
        good: good.length,
        ordered: ordered[0] ?? "",
        rest: ordered.slice(named.length).join(", "),
      }),
    )
  if (named.length > 1)
    wrong(
      "names",
      say("There are {named} people in this cell: {names}. Each was added as one person.", {
        named: named.length,
        names: named.map(({ name }) => name).join(", "),
      }),
    )
  return named.map((person, at) => ({
    name: person.name,
    role: person.role ?? role,
    email: ordered[at] ?? null,
    phone: numbers[at] ?? null,
  }))
}

const theirsFirst = (emails: string[], name: string) => [
  ...emails.filter((email) => looksLikeTheirs(email, name)),
  ...emails.filter((email) => !looksLikeTheirs(email, name)),
]

const emailsOf = (role: string) => ROLE_COLUMNS.find((one) => one.role === role)?.emails ?? "personEmail"

type Read = { words: (field: Field) => string; wrong: (field: Field, problem: string) => void }
type Columns = (typeof ROLE_COLUMNS)[number]

/** Cells of a person without a name: where they may be reached. */
type Nameless = { columns: Columns; emails: string[]; phones: string[] }

/**
 * An address under "Chair email" with nobody under "Chair": when one person of the row has no address, and the list has
 * no column for the name of the chair or the address looks like theirs, they are the chair.
 */
function pairNameless(people: DraftPerson[], nameless: Nameless[], { wrong, has }: Read & { has: Has }) {
  const left: string[] = []
  for (const { columns, emails, phones } of nameless) {
    const [email = null, phone = null] = [emails[0], phones[0]]
    const free = people.filter((one) => (email ? !one.email : !one.phone) && one.role === "contact")
    const sure = email ? free.filter(({ name }) => looksLikeTheirs(email, name)) : []
    const [one] = sure.length === 1 ? sure : free.length === 1 && !has(columns.names) ? free : []
    if (one) {
      Object.assign(one, { email: one.email ?? email, phone: one.phone ?? phone, role: columns.role })
      if (sure.length === 0)
        wrong(
          email ? columns.emails : columns.phones,
          say("There is no name here. It was taken as {name}’s. Check it.", { name: one.name }),
        )
      continue
    }
    const office = email && isOffice(email) ? email : null
    if (office) left.push(office)
    const contacts = [...emails, ...phones].join(", ").slice(0, 60)
    wrong(
      email ? columns.emails : columns.phones,
      office
        ? say(
            "There is no name for this person, so they were not added. {office} was taken as the group’s where it has none.",
            { office },
          )
        : say("There is no name for this person, so they were not added, and {contacts} was left out.", {
            contacts,
          }),
    )
  }
  return left
}

const firstAndLast = (words: Read["words"]) =>
  `${words("personFirst")} ${words("personLast")}`.replace(/[,;/]/g, " ").trim()

/** A contact with what the list says that they are: one of the roles, or in its own words. */
function withRole(person: DraftPerson, words: Read["words"]): DraftPerson {
  const roleText = words("personRole")
  if (!roleText || person.role !== "contact") return person
  const exact = keyOf(ROLES, roleText)
  const role = exact ?? ROLE_WORDS.find(([form]) => form.test(roleText))?.[1]
  const plain = exact !== null
  return { ...person, ...(role ? { role } : {}), ...(plain ? {} : { title: roleText.slice(0, 100) }) }
}

/** Whether the list has a column of this kind. */
export type Has = (field: Field) => boolean

/**
 * Everybody whom a row names: by the columns of each role, and with their address among the group's. `office`: addresses
 * of an office that stand with nobody.
 */
export function peopleIn(
  read: Read & { has: Has },
  named: { name: string; email: string }[],
): { people: DraftPerson[]; office: string[] } {
  const { words, wrong } = read
  const nameless: Nameless[] = []
  const all = ROLE_COLUMNS.flatMap((columns) => {
    const { role } = columns
    const details = {
      role,
      names: words(columns.names) || (role === "contact" ? firstAndLast(words) : ""),
      emails: words(columns.emails),
      phones: words(columns.phones),
    }
    if (!details.names && !details.emails && !details.phones) return []
    const people = peopleOf(details, (which, problem) => wrong(columns[which], problem))
    if (people.length === 0) {
      const [emails, phones] = [emailsSaid(details.emails).filter(isEmail), phonesSaid(details.phones)]
      if (emails.length + phones.length > 0) nameless.push({ columns, emails, phones })
    }
    return people.map((one, at) =>
      role === "contact" && at === 0 ? { ...withRole(one, words), main: true } : one,
    )
  })
  const people: DraftPerson[] = []
  const office: string[] = []
  for (const person of all) {
    const twin = people.find((one) => one.name.toLowerCase() === person.name.toLowerCase())
    if (!twin) {
      people.push(person)
      continue
    }
    const emails = [...new Set([twin.email, person.email].filter((email) => email !== null))]
    const [email = null, ...more] = emails.toSorted((a, b) => Number(isOffice(a)) - Number(isOffice(b)))
    for (const other of more)
      if (isOffice(other)) office.push(other)
      else
        wrong(
          emailsOf(person.role),
          say("There are two addresses of {person}. {email} was taken, not {other}.", {
            person: person.name,
            email: email ?? "",
            other,
          }),
        )
    const same = { email, phone: twin.phone ?? person.phone }
    if (twin.role === "contact") Object.assign(twin, same, { role: person.role })
    else if (twin.role === person.role || person.role === "contact")
      Object.assign(twin, same, twin.main || person.main ? { main: true } : {})
    else {
      Object.assign(twin, same)
      people.push({ ...person, ...same })
    }
  }
  for (const { name, email } of named) {
    const sameName = people.find((one) => one.name.toLowerCase().startsWith(name.toLowerCase()))
    if (sameName) sameName.email ??= email
    else if (!people.some((one) => one.email === email))
      people.push({ name, email, phone: null, role: "contact" })
  }
  return { people, office: [...office, ...pairNameless(people, nameless, read)] }
}
