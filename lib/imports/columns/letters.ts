import { looksLikeTheirs } from "../../people/names"
import { say } from "../../words"
import { emailsSaid, isEmail } from "./cells"
import type { DraftPerson } from "./persons"

/** "Mary <mary@x.org>; info@x.org": who stands beside which address, and what else stands in the cell. */
function lettersSaid(cell: string): {
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

/**
 * The addresses of a group's cell. `named`: who stands beside which; `ofGroup`: the group's own, once it is known who is
 * named in the row. Of several, one that looks like somebody's goes to them.
 */
export function lettersRead(cell: string, wrong: (problem: string) => void) {
  const letters = lettersSaid(cell)
  if (cell && letters.good.length === 0)
    wrong(say("“{cell}” is not an email address.", { cell: cell.slice(0, 60) }))
  else if (letters.bad.length > 0)
    wrong(say("“{bad}” is not an email address.", { bad: letters.bad.join(", ").slice(0, 60) }))
  const ofGroup = (people: DraftPerson[]): string | null => {
    const [only = null, ...others] = letters.good
    if (others.length === 0) {
      if (only && letters.words)
        wrong(
          say("“{letters}” is beside the address and was left out.", {
            letters: letters.words.slice(0, 60),
          }),
        )
      return only
    }
    const owner = (email: string) =>
      letters.named.length > 0 ? undefined : people.find(({ name }) => looksLikeTheirs(email, name))
    const ours = letters.good.filter((email) => !owner(email))
    const [email = null, ...more] = ours
    const given: string[] = []
    for (const theirs of letters.good) {
      const person = owner(theirs)
      if (!person || person.email === theirs) continue
      if (person.email) more.push(theirs)
      else {
        for (const role of people) if (role.name === person.name) role.email = theirs
        given.push(say("{theirs} was taken as {person}’s own", { theirs, person: person.name }))
      }
    }
    const taken = [email ? say("{email} was taken as the group’s", { email }) : "", ...given]
      .filter(Boolean)
      .join(", ")
    if (more.length > 0 || given.length > 0)
      wrong(
        more.length > 0
          ? say("There are several addresses. {taken}, not {more}.", {
              taken: taken || say("None was taken"),
              more: more.join(", "),
            })
          : say("There are several addresses. {taken}.", { taken }),
      )
    if (letters.words)
      wrong(
        say("“{letters}” is beside the address and was left out.", {
          letters: letters.words.slice(0, 60),
        }),
      )
    return email
  }
  return { named: letters.named, ofGroup }
}
