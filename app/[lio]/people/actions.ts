"use server"

import { submit } from "@/app/_http/submit"
import { addPerson, changePerson } from "@/lib/people/commands"
import { changePersonInput, personFields } from "@/lib/people/input"

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
