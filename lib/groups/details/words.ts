import { keys, TERM_LISTS } from "@/db/vocabulary"
import { type Answers, answerName, type Field } from "../../fields/input"
import type { GroupFields, Section } from "../input"
import { SIZE_FIELDS, SIZES } from "../sizes/input"

/** The fields of each part of a group's details that are one fact each. */
const FACTS: Record<Exclude<Section, "registers" | "lists">, (keyof GroupFields | "stageSince")[]> = {
  about: ["name", "alsoKnownAs", "about"],
  contact: ["email", "phone", "secondPhone", "website", "address", "postcode"],
  size: [...SIZE_FIELDS],
  standing: [
    "stage",
    "stageSince",
    "stageReason",
    "sector",
    "legalForm",
    "faithBased",
    "registeredOn",
    "joinedOn",
  ],
  directory: ["directoryConsent", "directoryShows", "directorySaidBy", "directorySaidHow", "directorySaidOn"],
}

/** The facts of one part; a part that is lists has none. */
export const factsOf = (part: Section) => (part === "registers" || part === "lists" ? [] : FACTS[part])

/** The part of the details in which something is asked; null for the LIO's own questions. */
export function partOf(name: Missing): Section | null {
  if (name === "identifiers") return "registers"
  if (name === "areaIds" || name in TERM_LISTS) return "lists"
  return keys(FACTS).find((part) => FACTS[part].some((field) => field === name)) ?? null
}

/** The lists of the LIO's words that every group has something of; tags are not facts. */
const LISTED = ["theme", "client_group", "service"] as const
/** Worth asking of every group; what only some have (a second telephone, a short name) is not missed. */
const OF_ALL = ["about", "email", "phone", "website", "address", "postcode"] as const
const OF_VOLUNTARY = [...SIZES.filter((size) => size !== "income"), "legalForm", "directoryConsent"] as const

/** What is asked of a group and not known: a field of it, "identifiers", "areaIds", a list of words, "custom.ID". */
export type Missing = string

type Known = Partial<Record<string, unknown>> & {
  sector: string
  unregistered: boolean | null
  numbers: number
  areas: number
  /** The lists of which the group has a word. */
  lists: string[]
  custom: Answers
}
/** What the LIO asks: its own questions in use, and of which lists there is something to choose. */
type Askable = { fields: Pick<Field, "id">[]; areas: boolean; lists: string[] }

/** What is worth knowing of a group and nobody has said yet, in the order in which it is asked. */
export function missingFacts(group: Known, { fields, areas, lists }: Askable): Missing[] {
  const voluntary = group.sector === "voluntary"
  const unsaid = (field: string) =>
    (group[field] ?? null) === null && !(field === "incomeBand" && group.income)
  return [
    ...OF_ALL.filter(unsaid),
    ...(voluntary ? OF_VOLUNTARY.filter(unsaid) : []),
    ...(voluntary && group.numbers === 0 && !group.unregistered ? ["identifiers"] : []),
    ...(areas && group.areas === 0 ? ["areaIds"] : []),
    ...(voluntary ? LISTED.filter((list) => lists.includes(list) && !group.lists.includes(list)) : []),
    ...fields.filter(({ id }) => (group.custom[id] ?? null) === null).map(({ id }) => answerName(id)),
  ]
}
