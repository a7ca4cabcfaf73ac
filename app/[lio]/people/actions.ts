"use server"

import { submit } from "@/app/_http/submit"
import { keepPeopleApart, mergePeople, unmergePeople } from "@/lib/duplicates/people/commands"
import { mergePeopleInput, peopleApartInput, unmergePeopleInput } from "@/lib/duplicates/people/input"
import { comeBack, leavePerson } from "@/lib/groups/leaving/commands"
import { personIdInput } from "@/lib/groups/leaving/input"
import { addPerson, changePerson } from "@/lib/people/commands"
import { changePersonInput, personFields } from "@/lib/people/input"
import { inWords, say } from "@/lib/words"

export const addPersonForm = submit("addPerson", personFields, addPerson, (person, { lio }) => ({
  to: `/${lio}/people/${person.id}`,
  banner: { text: say("Added {person}", { person: person.name }) },
}))
export const changePersonForm = submit(
  "changePerson",
  changePersonInput,
  changePerson,
  (person, { lio }) => ({
    to: `/${lio}/people/${person.id}`,
    banner: { text: say("Saved {person}", { person: person.name }) },
  }),
)

export const leavePersonForm = submit("leavePerson", personIdInput, leavePerson, (left, { lio }) => ({
  to: `/${lio}/people/${left.id}`,
  banner: {
    kind: left.groups.length > 0 ? "note" : "done",
    text:
      left.groups.length > 0
        ? say("{left} has left. Now nobody is the main contact of {groups}.", {
            left: left.name,
            groups: inWords(left.groups.map(({ name }) => name)),
          })
        : say("{left} has left. The history stays.", { left: left.name }),
    links: left.groups.slice(0, 5).map(({ id, name }) => ({
      label: say("Find a main contact for {name}", { name }),
      href: `/${lio}/groups/${id}/people`,
    })),
  },
}))
export const comeBackForm = submit("comeBack", personIdInput, comeBack, ({ id, name }, { lio }) => ({
  to: `/${lio}/people/${id}`,
  banner: { text: say("{name} is back. Give them a role on the page of their group.", { name }) },
}))

/** Makes one person of two entries. */
export const mergePeopleForm = submit(
  "mergePeople",
  mergePeopleInput,
  mergePeople,
  ({ keptId, name }, { lio }) => ({
    to: `/${lio}/people/${keptId}`,
    banner: {
      text: say("Merged. {name} is one person now.", { name }),
      links: [
        { label: say("Undo it under People who may be listed twice"), href: `/${lio}/people/duplicates` },
      ],
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
    banner: { text: say("Undone. {name} is listed separately again.", { name }) },
  }),
)
/** Says that two people are two. */
export const keepPeopleApartForm = submit(
  "keepPeopleApart",
  peopleApartInput,
  keepPeopleApart,
  ({ one }, { lio }) => ({
    to: `/${lio}/people/duplicates`,
    banner: { text: say("Noted: two people called {one}. You won’t be asked again.", { one }) },
  }),
)
