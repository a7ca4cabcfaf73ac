"use server"

import { submit } from "@/app/_http/submit"
import { addPerson, changePerson } from "@/lib/people/commands"
import { changePersonInput, personFields } from "@/lib/people/input"
import { comeBack, leavePerson } from "@/lib/people/leaving/commands"
import { personIdInput } from "@/lib/people/leaving/input"
import { inWords } from "@/lib/words"

export const addPersonForm = submit("addPerson", personFields, addPerson, (person, { lio }) => ({
  to: `/${lio}/people/${person.id}`,
  banner: { text: `Added ${person.name}` },
}))
export const changePersonForm = submit(
  "changePerson",
  changePersonInput,
  changePerson,
  (person, { lio }) => ({
    to: `/${lio}/people/${person.id}`,
    banner: { text: `Saved ${person.name}` },
  }),
)

export const leavePersonForm = submit("leavePerson", personIdInput, leavePerson, (left, { lio }) => ({
  to: `/${lio}/people/${left.id}`,
  banner: {
    kind: left.groups.length > 0 ? "note" : "done",
    text:
      left.groups.length > 0
        ? `${left.name} has left. Now nobody is the main contact of ${inWords(left.groups.map(({ name }) => name))}.`
        : `${left.name} has left. The history stays.`,
    links: left.groups.slice(0, 5).map(({ id, name }) => ({
      label: `Find a main contact for ${name}`,
      href: `/${lio}/groups/${id}/people`,
    })),
  },
}))
export const comeBackForm = submit("comeBack", personIdInput, comeBack, ({ id, name }, { lio }) => ({
  to: `/${lio}/people/${id}`,
  banner: { text: `${name} is back. Give them a role on the page of their group.` },
}))
