import { z } from "zod"
import {
  CONSENT_WAYS,
  DIRECTORY_PARTS,
  INCOME_BANDS,
  keys,
  LEGAL_FORMS,
  REGISTERS,
  SECTORS,
  STAGES,
  TERM_LISTS,
} from "@/db/vocabulary"
import {
  addressMaybe,
  choiceMaybe,
  choices,
  dateMaybe,
  numberMaybe,
  postcodeMaybe,
  ticked,
  websiteMaybe,
  wordsMaybe,
  wordsSaid,
} from "../input"
import { newAreaFields } from "../lios/areas/input"
import { say } from "../words"
import { eachNumber, numberOn } from "./identifiers/numbers"
import { LOOKS } from "./identifiers/words"

/** Yes, no, or null for "not known". */
const yesNoMaybe = () =>
  z
    .union([z.boolean(), z.enum(["yes", "no", ""], { error: say("Choose yes, no or not known") })])
    .nullish()
    .transform((value) =>
      value === "yes" || value === true ? true : value === "no" || value === false ? false : null,
    )

/** What may be said of a group, field by field. Null means "not known". Money is in pence, typed in pounds. */
export const groupFields = z.object({
  name: wordsSaid(say("Enter the name of the group")),
  alsoKnownAs: wordsMaybe(300),
  stage: z.enum(keys(STAGES), { error: say("Choose a stage") }),
  stageReason: wordsMaybe(2000),
  sector: z.enum(keys(SECTORS), { error: say("Choose a sector") }),
  legalForm: choiceMaybe(keys(LEGAL_FORMS)),
  about: wordsMaybe(),
  email: addressMaybe(),
  phone: wordsMaybe(60),
  secondPhone: wordsMaybe(60),
  website: websiteMaybe(),
  address: wordsMaybe(500),
  postcode: postcodeMaybe(),
  incomeBand: choiceMaybe(keys(INCOME_BANDS)),
  income: numberMaybe().transform((pounds) => (pounds === null ? null : pounds * 100)),
  staffFullTime: numberMaybe(1_000_000),
  staffPartTime: numberMaybe(1_000_000),
  trustees: numberMaybe(10_000),
  volunteers: numberMaybe(1_000_000),
  volunteerHours: numberMaybe(),
  beneficiaries: numberMaybe(),
  localBeneficiaries: numberMaybe(),
  sizesAsAt: dateMaybe(),
  faithBased: yesNoMaybe(),
  directoryConsent: yesNoMaybe(),
  directorySaidOn: dateMaybe(),
  directorySaidBy: wordsMaybe(200),
  directorySaidHow: choiceMaybe(keys(CONSENT_WAYS)),
  /** What its entry in the directory shows; null: the usual. */
  directoryShows: choices(z.enum(keys(DIRECTORY_PARTS), { error: say("Choose from the list") })).nullable(),
  registeredOn: dateMaybe(),
  joinedOn: dateMaybe(),
  /** True: known to be on no register. Null: nobody knows. */
  unregistered: ticked().transform((value): boolean | null => value || null),
})
/** The fields of a group as they are kept. */
export type GroupFields = z.output<typeof groupFields>

/** A number on a register, as that register writes it. */
export const identifierInput = z
  .object({
    register: z.enum(keys(REGISTERS), { error: say("Choose a register") }),
    value: wordsSaid(say("Enter the number"), 100),
  })
  .transform(({ register, value }, check) => {
    const number = numberOn(register, value)
    if (number) return { register, value: number }
    check.addIssue({
      code: "custom",
      path: [register],
      message: say("“{value}” is no such number. {looks}", { value, looks: LOOKS[register] }),
    })
    return z.NEVER
  })
export type Identifier = z.output<typeof identifierInput>

/** The lists that hang on a group: all of them, as they are to be from now on. */
export type GroupLists = { identifiers: Identifier[]; areaIds: string[]; termIds: string[] }

/** A new group: the name is enough. */
export type AddGroup = Pick<GroupFields, "name"> & Partial<GroupFields> & Partial<GroupLists>
/** A change to a group: only what is to change, and the version that the person saw. */
export type ChangeGroup = Partial<GroupFields> &
  Partial<GroupLists> & {
    version: number
    /** Answers to the LIO's own questions, by the question's id; null makes one unknown again. */
    custom?: Record<string, unknown>
  }

/** Which group a form changes, and the version its page was opened with. */
export const seen = { id: z.uuid(), version: z.coerce.number().int() }
/** A box for each register, in which several numbers may stand. */
export const registers = Object.fromEntries(
  keys(REGISTERS).map((register) => [register, wordsMaybe(300)]),
) as Record<keyof typeof REGISTERS, ReturnType<typeof wordsMaybe>>

/** The ticked words of each of the LIO’s lists. */
export const lists = Object.fromEntries(keys(TERM_LISTS).map((list) => [list, choices(z.uuid())])) as Record<
  keyof typeof TERM_LISTS,
  ReturnType<typeof choices<z.ZodUUID>>
>

/** The numbers that stand in the boxes of the registers; what is wrong with one is said at its box. */
export function numbersTyped(
  boxes: Partial<Record<keyof typeof REGISTERS, string | null>>,
  unregistered: boolean | null,
  check: z.RefinementCtx,
): Identifier[] {
  const typed = keys(REGISTERS).flatMap((register) =>
    eachNumber(register, boxes[register] ?? "").map((value) => ({ register, value })),
  )
  if (unregistered && typed.some(({ register }) => register !== "local"))
    check.addIssue({
      code: "custom",
      path: ["unregistered"],
      message: say("There is a number above. Take it out, or take this tick away."),
    })
  return typed.flatMap((one) => {
    const { data, error } = identifierInput.safeParse(one)
    for (const { path, message } of error?.issues ?? [])
      check.addIssue({ code: "custom", path: path.slice(-1), message })
    return data ? [data] : []
  })
}

/** One section of the details each; every one carries the version its page was opened with. */
export const changeSections = {
  about: groupFields
    .pick({ name: true, alsoKnownAs: true, about: true })
    .partial({ name: true })
    .extend(seen),
  standing: groupFields
    .pick({
      stage: true,
      stageReason: true,
      sector: true,
      legalForm: true,
      faithBased: true,
      registeredOn: true,
      joinedOn: true,
    })
    .extend(seen),
  directory: groupFields
    .pick({
      directoryConsent: true,
      directorySaidOn: true,
      directorySaidBy: true,
      directorySaidHow: true,
      directoryShows: true,
    })
    .extend(seen),
  contact: groupFields
    .pick({ email: true, phone: true, secondPhone: true, website: true, address: true, postcode: true })
    .extend(seen),
  size: groupFields
    .pick({
      incomeBand: true,
      income: true,
      staffFullTime: true,
      staffPartTime: true,
      trustees: true,
      volunteers: true,
      volunteerHours: true,
      beneficiaries: true,
      localBeneficiaries: true,
      sizesAsAt: true,
    })
    .extend(seen),
  registers: z
    .object({ ...seen, ...registers, unregistered: groupFields.shape.unregistered })
    .transform(({ id, version, unregistered, ...boxes }, check) => ({
      id,
      version,
      unregistered,
      identifiers: numbersTyped(boxes, unregistered, check),
    })),
  lists: z
    .object({ ...seen, areaIds: choices(z.uuid()), ...newAreaFields, ...lists })
    .transform(({ id, version, areaIds, newArea, newAreaKind, ...words }) => ({
      id,
      version,
      areaIds,
      typed: { newArea, newAreaKind },
      termIds: Object.values(words).flat(),
    })),
}
export type Section = keyof typeof changeSections

/** A group that has ended. */
export const closeGroupInput = z.object({
  id: z.uuid(),
  /** How the group stood when the page was opened; none: nobody looked. */
  version: z.coerce.number().int().optional(),
  closedOn: dateMaybe().refine((value) => value !== null, say("Enter the date on which it closed")),
  closedReason: wordsSaid(say("Enter why it closed"), 2000),
})
export type CloseGroup = z.output<typeof closeGroupInput>
