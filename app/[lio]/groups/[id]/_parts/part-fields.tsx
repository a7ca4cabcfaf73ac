import { Fragment, type ReactNode } from "react"
import { Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { INCOME_BANDS, LEGAL_FORMS, REGISTERS, SECTORS } from "@/db/vocabulary"
import type { Section } from "@/lib/groups/input"
import { SIZES } from "@/lib/groups/sizes/input"
import { fieldLabel } from "@/lib/groups/words"
import { say } from "@/lib/words"
import { DirectoryFields } from "./directory-fields"
import { ListFields, type Lists } from "./list-fields"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))
const YES_NO = [
  { value: "yes", label: say("Yes") },
  { value: "no", label: say("No") },
  { value: "", label: say("Not known") },
]

const line = (field: string, rest: Partial<Parameters<typeof TextField>[0]> = {}) => (
  <TextField name={field} label={fieldLabel(field)} optional {...rest} />
)
const count = (field: string) => line(field, { inputMode: "numeric", width: "xs" })

/** How each fact of a group is asked for; `own`: of the group’s own people. */
const ASKED: Record<string, (own: boolean) => ReactNode> = {
  name: () => <TextField name="name" label={say("Name")} />,
  alsoKnownAs: () =>
    line("alsoKnownAs", { hint: say("A short name, an old name, or the name in another language.") }),
  about: (own) => (
    <TextArea
      name="about"
      label={own ? say("What do you do?") : fieldLabel("about")}
      hint={own ? say("In a few sentences, as you would tell a neighbour.") : undefined}
      optional
    />
  ),
  email: () =>
    line("email", {
      type: "email",
      hint: say("The group’s own address. A person’s address belongs to the person."),
    }),
  phone: () => line("phone", { type: "tel", width: "sm" }),
  secondPhone: () => line("secondPhone", { type: "tel", width: "sm" }),
  website: () => line("website", { type: "url" }),
  address: () => <TextArea name="address" label={say("Address")} rows={3} optional />,
  postcode: () => line("postcode", { width: "xs" }),
  incomeBand: () => (
    <Select
      name="incomeBand"
      label={fieldLabel("incomeBand")}
      empty={say("Not known")}
      options={options(INCOME_BANDS)}
    />
  ),
  income: () =>
    line("income", { inputMode: "numeric", width: "sm", hint: say("In pounds, if you know it.") }),
  ...Object.fromEntries(
    SIZES.filter((size) => !size.startsWith("income")).map((size) => [size, () => count(size)]),
  ),
  sizesAsAt: () => (
    <DateFields
      name="sizesAsAt"
      legend={say("When were these sizes true?")}
      hint={say("Today, unless you say otherwise")}
    />
  ),
  sector: () => <Radios name="sector" legend={say("Sector")} options={options(SECTORS)} />,
  legalForm: () => (
    <Select
      name="legalForm"
      label={say("Legal form")}
      empty={say("Not known")}
      options={options(LEGAL_FORMS)}
    />
  ),
  faithBased: () => <Radios name="faithBased" legend={say("Is it faith-based?")} options={YES_NO} inline />,
  registeredOn: () => <DateFields name="registeredOn" legend={say("Registered on")} optional />,
  joinedOn: () => <DateFields name="joinedOn" legend={say("Joined on")} optional />,
  directoryConsent: (own) => <DirectoryFields own={own} />,
  identifiers: () => (
    <>
      <p className="hint">
        {say("Write numbers any way you have them. Put a comma between two numbers of one kind.")}
      </p>
      {Object.entries(REGISTERS).map(([register, label]) => (
        <TextField key={register} name={register} label={label} width="md" optional />
      ))}
      <Tick
        name="unregistered"
        label={say("This group is on none of these registers")}
        hint={say("Leave it without a tick when nobody knows.")}
      />
    </>
  ),
}

/** What each part of a group’s details asks for, in order. */
const PARTS: Record<Exclude<Section, "lists">, string[]> = {
  about: ["name", "alsoKnownAs", "about"],
  contact: ["email", "phone", "secondPhone", "website", "address", "postcode"],
  size: ["incomeBand", "income", ...SIZES.filter((size) => !size.startsWith("income")), "sizesAsAt"],
  standing: ["sector", "legalForm", "faithBased", "registeredOn", "joinedOn"],
  directory: ["directoryConsent"],
  registers: ["identifiers"],
}

const EMPTY_OR_NONE = (
  <p className="hint">{say("Write 0 for none. Leave a box empty when it is not known.")}</p>
)

type Asking = {
  lists: Lists
  /** Asked of the group’s own people, not of staff. */
  own?: boolean
  /** Only these of them. */
  only?: (field: string) => boolean
}

/** The fields of one part of a group’s details. */
export function PartFields({ part, lists, own = false, only = () => true }: Asking & { part: Section }) {
  if (part === "lists") return <ListFields {...lists} only={only} />
  const fields = PARTS[part].filter(only)
  return (
    <>
      {part === "size" && fields.length > 0 ? EMPTY_OR_NONE : null}
      {fields.map((field) => (
        <Fragment key={field}>{ASKED[field]?.(own)}</Fragment>
      ))}
    </>
  )
}
