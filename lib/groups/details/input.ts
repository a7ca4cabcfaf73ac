import { z } from "zod"
import { keys, REGISTERS, SECTORS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import { choices, wordsMaybe } from "../../input"
import { type NewArea, newAreaFields } from "../../lios/areas/input"
import {
  type GroupFields,
  groupFields,
  type Identifier,
  lists,
  numbersTyped,
  registers,
  seen,
} from "../input"
import { contactsInput } from "../roles/input"
import { SIZES } from "../sizes/input"

const parts = {
  ...groupFields.omit({ name: true, stage: true, stageReason: true, sector: true }).shape,
  ...registers,
  areaIds: choices(z.uuid()),
  ...newAreaFields,
  ...lists,
}
const facts = groupFields.omit({ name: true, stage: true, stageReason: true, sector: true })

/** What a form that asks for many things said; what was left empty is not in it. */
export type Said = {
  fields: Partial<GroupFields>
  identifiers: Identifier[]
  areaIds: string[]
  /** An area that the list lacked. */
  newArea?: NewArea
  termIds: string[]
  /** Answers to the LIO’s own questions as they were typed, by "custom.ID". */
  answers: Record<string, unknown>
}

const isSaid = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)
/** What goes with another field, and says nothing without it. */
const alone = (field: string, said: Set<string>) =>
  field === "sizesAsAt"
    ? SIZES.some((size) => said.has(size))
    : !field.startsWith("directory") || said.has("directoryConsent")

type Typed = z.output<z.ZodObject<typeof parts>>

function saidIn(typed: Typed & Record<string, unknown>, check: z.RefinementCtx): Said {
  const each = Object.keys(facts.shape).map((field) => [field, typed[field]] as const)
  const said = new Set(each.filter(([, value]) => isSaid(value)).map(([field]) => field))
  return {
    fields: Object.fromEntries(each.filter(([field]) => said.has(field) && alone(field, said))),
    identifiers: numbersTyped(pick(typed, keys(REGISTERS)), typed.unregistered, check),
    areaIds: typed.areaIds,
    newArea: pick(typed, ["newArea", "newAreaKind"]),
    termIds: keys(TERM_LISTS).flatMap((list) => typed[list]),
    answers: Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith("custom."))),
  }
}

const pick = <T extends object, K extends keyof T>(from: T, names: K[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>

/** The form for a new group, with all that is known of it and its people; the name is enough. */
export const addGroupInput = z
  .looseObject({
    ...parts,
    name: groupFields.shape.name,
    stage: z.enum(keys(STAGES)).default("enquiry"),
    sector: z.enum(keys(SECTORS)).default("voluntary"),
    contacts: contactsInput,
    /** The name for which the groups that may be the same were shown. */
    shownFor: wordsMaybe(),
  })
  .transform((typed, check) => {
    const { name, stage, sector, contacts, shownFor } = typed
    return { name, stage, sector, contacts, shownFor, said: saidIn(typed, check) }
  })
export type AddWholeGroup = z.output<typeof addGroupInput>

/** What was missing of a group, as far as it is said. */
export const fillInInput = z.looseObject({ ...parts, ...seen }).transform((typed, check) => {
  const { id, version } = typed
  return { id, version, said: saidIn(typed, check) }
})
export type FillIn = z.output<typeof fillInInput>
