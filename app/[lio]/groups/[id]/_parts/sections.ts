import { keys, REGISTERS, TERM_LISTS, USUALLY_SHOWN } from "@/db/vocabulary"
import { numberInWords } from "@/lib/groups/identifiers/words"
import type { Section } from "@/lib/groups/input"
import type { Group } from "@/lib/groups/queries"
import { SIZES } from "@/lib/groups/sizes/input"
import { dayOf, say } from "@/lib/words"
import {
  changeAboutForm,
  changeContactForm,
  changeDirectoryForm,
  changeListsForm,
  changeRegistersForm,
  changeSizeForm,
  changeStandingForm,
} from "../../actions"

type Values = Record<string, string | string[]>

const word = (value: unknown) => (value === null || value === undefined ? "" : String(value))
const yes = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no")

/** The parts of the details that are changed one at a time, and who may: `own` ones a lead of the group too. */
export const SECTIONS: Record<
  Section,
  { title: string; ownTitle?: string; own: boolean; values: (group: Group) => Values }
> = {
  about: {
    title: say("Name and what they do"),
    ownTitle: say("Name and what you do"),
    own: true,
    values: (group) => ({ name: group.name, alsoKnownAs: word(group.alsoKnownAs), about: word(group.about) }),
  },
  contact: {
    title: say("How to reach them"),
    ownTitle: say("How to reach you"),
    own: true,
    values: (group) =>
      Object.fromEntries(
        (["email", "phone", "secondPhone", "website", "address", "postcode"] as const).map((field) => [
          field,
          word(group[field]),
        ]),
      ),
  },
  size: {
    title: say("Size"),
    ownTitle: say("How big you are"),
    own: true,
    values: (group) => ({
      ...Object.fromEntries(SIZES.map((field) => [field, word(group[field])])),
      income: group.income === null ? "" : String(group.income / 100),
      // New figures are of today, unless somebody says otherwise: the old day would pass for theirs.
      sizesAsAt: dayOf(new Date()),
    }),
  },
  standing: {
    title: say("Stage and kind"),
    own: false,
    values: (group) => ({
      stage: group.stage,
      stageReason: word(group.stageReason),
      sector: group.sector,
      legalForm: word(group.legalForm),
      faithBased: yes(group.faithBased),
      registeredOn: word(group.registeredOn),
      joinedOn: word(group.joinedOn),
    }),
  },
  directory: {
    title: say("Public directory"),
    own: true,
    values: (group) => ({
      directoryConsent: yes(group.directoryConsent),
      directorySaidOn: word(group.directorySaidOn),
      directorySaidBy: word(group.directorySaidBy),
      directorySaidHow: word(group.directorySaidHow),
      directoryShows: group.directoryShows ?? [...USUALLY_SHOWN],
    }),
  },
  registers: {
    title: say("Numbers on registers"),
    own: false,
    values: (group) => ({
      ...Object.fromEntries(
        keys(REGISTERS).map((register) => [
          register,
          group.identifiers
            .filter((number) => number.register === register)
            .map((number) => numberInWords(register, number.value))
            .join(", "),
        ]),
      ),
      unregistered: group.unregistered ? "yes" : "",
    }),
  },
  lists: {
    title: say("Areas, themes and services"),
    own: false,
    values: (group) => ({
      areaIds: group.areaIds,
      ...Object.fromEntries(
        keys(TERM_LISTS).map((list) => [
          list,
          group.terms.filter((term) => term.list === list).map(({ id }) => id),
        ]),
      ),
    }),
  },
}

/** Where each section's form goes. */
export const SECTION_FORMS = {
  about: changeAboutForm,
  contact: changeContactForm,
  size: changeSizeForm,
  standing: changeStandingForm,
  directory: changeDirectoryForm,
  registers: changeRegistersForm,
  lists: changeListsForm,
} as const
