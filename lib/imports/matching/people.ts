import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { samePerson } from "../../people/names"
import { say } from "../../words"
import type { Draft } from "../columns/drafts"
import type { ReadList } from "../columns/lists"
import { ROLE_COLUMNS } from "../columns/officers"
import type { DraftPerson } from "../columns/persons"
import { leftSaid, type Note, type Settled } from "./notes"

type Holder = { email: string; name: string; left: boolean }

/** The addresses under which a list names different people, with their names. */
function sharedIn(list: ReadList): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const { people } of list.sharing())
    for (const { name, email } of people) {
      if (!email) continue
      const names = named.get(email) ?? []
      if (!names.some((one) => samePerson(one, name))) named.set(email, [...names, name])
    }
  return new Map([...named].filter(([, names]) => names.length > 1))
}

const columnOf = (role: string, which: "names" | "emails") =>
  (ROLE_COLUMNS.find((one) => one.role === role) ?? ROLE_COLUMNS[0])[which]

const few = (names: string[]) =>
  names.length > 4
    ? say("{names} and {more} more", { names: names.slice(0, 3).join(", "), more: names.length - 3 })
    : names.join(", ")

/**
 * Gives what makes the people of rows such as can be kept. An address belongs to one person: one under which a list
 * names several, or that we know as somebody else's, is the group's. Who has left is given no role.
 */
export async function settling(ctx: Ctx, list: ReadList): Promise<(draft: Draft) => Settled> {
  if (!list.says.people) return (draft) => ({ draft, notes: [] })
  const holders = new Map<string, Holder>()
  for (const one of await ctx.tx.execute<Holder>(
    sql`select email, name, left_at is not null as left from people where email is not null`,
  ))
    holders.set(one.email, one)
  const shared = sharedIn(list)
  return (draft) => {
    if (draft.people.length === 0) return { draft, notes: [] }
    const notes: Note[] = []
    const lent: string[] = draft.lent ? [draft.lent] : []
    const settle = (person: DraftPerson): DraftPerson[] => {
      const { name, email, role } = person
      if (!email) return [person]
      const holder = holders.get(email)
      const theirs = holder ? samePerson(holder.name, name) : !shared.has(email)
      if (theirs && !holder?.left) return [person]
      if (theirs) {
        notes.push({ field: columnOf(role, "names"), problem: leftSaid(holder?.name ?? name) })
        return []
      }
      lent.push(email)
      notes.push({
        field: columnOf(role, "emails"),
        problem: holder
          ? say(
              "{email} is the address of {holder}. {name} was added without it, and it was taken as the group’s where the group has none.",
              { email, holder: holder.name, name },
            )
          : say(
              "{email} is listed for different people: {shared}. Each was added without it, and it was taken as the group’s where the group has none.",
              { email, shared: few(shared.get(email) ?? []) },
            ),
      })
      return [{ ...person, email: null }]
    }
    const people = draft.people.flatMap(settle)
    return { draft: { ...draft, people, lent: lent[0] ?? null }, notes }
  }
}
