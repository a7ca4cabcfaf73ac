"use server"

import { submit } from "@/app/_http/submit"
import { keepPeopleApart, mergePeople, unmergePeople } from "@/lib/duplicates/people/commands"
import { mergePeopleInput, peopleApartInput, unmergePeopleInput } from "@/lib/duplicates/people/input"
import { comeBack, leavePerson } from "@/lib/groups/leaving/commands"
import { personIdInput } from "@/lib/groups/leaving/input"
import { addPerson, changePerson } from "@/lib/people/commands"
import { changePersonInput, personFields } from "@/lib/people/input"
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

/** Makes one person of two entries. */
export const mergePeopleForm = submit(
  "mergePeople",
  mergePeopleInput,
  mergePeople,
  ({ keptId, name }, { lio }) => ({
    to: `/${lio}/people/${keptId}`,
    banner: {
      text: `Merged. ${name} is one person now.`,
      links: [{ label: "Undo it under People who may be listed twice", href: `/${lio}/people/duplicates` }],
    },
  }),
)
/** Makes two again of one. */
export const unmergePeopleForm = submit(
  "unmergePeople",
  unmergePeopleInput,
  unmergePeople,
  ({ goneId, name }, { lio }) => ({
    to: `/${lio}/people/${goneId}`,
    banner: { text: `Undone. ${name} is listed separately again.` },
  }),
)
/** Says that two people are two. */
export const keepPeopleApartForm = submit(
  "keepPeopleApart",
  peopleApartInput,
  keepPeopleApart,
  ({ one }, { lio }) => ({
    to: `/${lio}/people/duplicates`,
    banner: { text: `Noted: two people called ${one}. You won’t be asked again.` },
  }),
)
