import type { ReactNode } from "react"
import { Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import {
  INCOME_BANDS,
  keys,
  LEGAL_FORMS,
  REGISTERS,
  SECTORS,
  TERM_LISTS,
  USUALLY_SHOWN,
} from "@/db/vocabulary"
import { numberInWords } from "@/lib/groups/identifiers/words"
import type { Section } from "@/lib/groups/input"
import type { Group } from "@/lib/groups/queries"
import { fieldLabel } from "@/lib/groups/words"
import { dayOf } from "@/lib/words"
import {
  changeAboutForm,
  changeContactForm,
  changeDirectoryForm,
  changeListsForm,
  changeRegistersForm,
  changeSizeForm,
  changeStandingForm,
} from "../../actions"
import { DirectoryFields } from "./directory-fields"
import { ListFields, type Lists } from "./list-fields"

type Values = Record<string, string | string[]>

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))
const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "", label: "Not known" },
]
const SIZES = [
  "staffFullTime",
  "staffPartTime",
  "trustees",
  "volunteers",
  "volunteerHours",
  "beneficiaries",
  "localBeneficiaries",
] as const

const word = (value: unknown) => (value === null || value === undefined ? "" : String(value))
const yes = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no")

/** The parts of the details that are changed one at a time, and who may: `own` ones a lead of the group too. */
export const SECTIONS: Record<
  Section,
  { title: string; ownTitle?: string; own: boolean; values: (group: Group) => Values }
> = {
  about: {
    title: "Name and what they do",
    ownTitle: "Name and what you do",
    own: true,
    values: (group) => ({ name: group.name, alsoKnownAs: word(group.alsoKnownAs), about: word(group.about) }),
  },
  contact: {
    title: "How to reach them",
    ownTitle: "How to reach you",
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
    title: "Size",
    ownTitle: "How big you are",
    own: true,
    values: (group) => ({
      ...Object.fromEntries(SIZES.map((field) => [field, word(group[field])])),
      incomeBand: word(group.incomeBand),
      income: group.income === null ? "" : String(group.income / 100),
      // New figures are of today, unless somebody says otherwise: the old day would pass for theirs.
      sizesAsAt: dayOf(new Date()),
    }),
  },
  standing: {
    title: "Stage and kind",
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
    title: "Public directory",
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
    title: "Numbers on registers",
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
    title: "Areas, themes and services",
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

const line = (field: string, rest: Partial<Parameters<typeof TextField>[0]> = {}) => (
  <TextField key={field} name={field} label={fieldLabel(field)} optional {...rest} />
)

/** The fields of one section, as staff or (`own`) the group's own people are asked for them. */
export const SECTION_FIELDS: Record<Section, (lists: Lists, nameKept: boolean, own: boolean) => ReactNode> = {
  about: (_, nameKept, own) => (
    <>
      {nameKept ? null : <TextField name="name" label="Name" />}
      {line("alsoKnownAs", { hint: "A short name, an old name, or the name in another language." })}
      <TextArea
        name="about"
        label={own ? "What do you do?" : fieldLabel("about")}
        hint={own ? "In a few sentences, as you would tell a neighbour." : undefined}
        optional
      />
    </>
  ),
  contact: () => (
    <>
      {line("email", {
        type: "email",
        hint: "The group’s own address. A person’s address belongs to the person.",
      })}
      {line("phone", { type: "tel", width: "sm" })}
      {line("secondPhone", { type: "tel", width: "sm" })}
      {line("website", { type: "url" })}
      <TextArea name="address" label="Address" rows={3} optional />
      {line("postcode", { width: "xs" })}
    </>
  ),
  size: () => (
    <>
      <p className="hint">Write 0 for none. Leave a box empty when it is not known.</p>
      <Select
        name="incomeBand"
        label={fieldLabel("incomeBand")}
        empty="Not known"
        options={options(INCOME_BANDS)}
      />
      {line("income", { inputMode: "numeric", width: "sm", hint: "In pounds, if you know it." })}
      {SIZES.map((field) => line(field, { inputMode: "numeric", width: "xs" }))}
      <DateFields
        name="sizesAsAt"
        legend="When were these sizes true?"
        hint="Today, unless you say otherwise"
      />
    </>
  ),
  standing: () => (
    <>
      <Radios name="sector" legend="Sector" options={options(SECTORS)} />
      <Select name="legalForm" label="Legal form" empty="Not known" options={options(LEGAL_FORMS)} />
      <Radios name="faithBased" legend="Is it faith-based?" options={yesNo} inline />
      <DateFields name="registeredOn" legend="Registered on" optional />
      <DateFields name="joinedOn" legend="Joined on" optional />
    </>
  ),
  directory: (_, _nameKept, own) => <DirectoryFields own={own} />,
  registers: () => (
    <>
      <p className="hint">
        Write numbers any way you have them. Put a comma between two numbers of one kind.
      </p>
      {Object.entries(REGISTERS).map(([register, label]) => (
        <TextField key={register} name={register} label={label} width="md" optional />
      ))}
      <Tick
        name="unregistered"
        label="This group is on none of these registers"
        hint="Leave it without a tick when nobody knows."
      />
    </>
  ),
  lists: (lists) => <ListFields {...lists} />,
}
