import { z } from "zod"
import { keys, SECTORS } from "@/db/vocabulary"
import type { Listing } from "../access/list-type"
import { groupList } from "../groups/list/filters"
import { SETTABLE_STAGES } from "../groups/stage/words"
import { choices, ticked } from "../input"
import { LONGEST_QUERY, listQuery, readList } from "../lists/input"
import { say } from "../words"

/** What may be done to many groups at once. */
export const CHANGES = {
  "add-term": say("Add a tag, theme or service"),
  "remove-term": say("Take off a tag, theme or service"),
  "add-area": say("Add an area they serve"),
  "remove-area": say("Take off an area they serve"),
  stage: say("Set the stage"),
  sector: say("Set the sector"),
  answer: say("Answer one of your own questions"),
  remove: say("Remove from the list"),
} as const
export type Kind = keyof typeof CHANGES

/** What an error says when no box was ticked. */
export const NOTHING_CHOSEN = say(
  "No groups are selected. Tick the boxes in front of the groups, or select all on this page.",
)

/** What to choose when the choice is missing. */
const CHOOSE: Record<Kind, string> = {
  "add-term": say("Choose a tag, theme or service"),
  "remove-term": say("Choose a tag, theme or service"),
  "add-area": say("Choose an area"),
  "remove-area": say("Choose an area"),
  stage: say("Choose a stage"),
  sector: say("Choose a sector"),
  answer: say("Choose an answer"),
  remove: "",
}

/** Kinds of question that can be answered for many groups at once. */
export const GIVEN: ReadonlySet<string> = new Set(["yes_no", "choice"])

/** An answer to one of the LIO's own questions; null is "not known". */
export type Answered = { question: string; value: string | boolean | null }

/** An answer as a form sends it: the id of the question, and the answer as JSON. */
export const givenAs = ({ question, value }: Answered) => `${question}:${JSON.stringify(value)}`

const GIVEN_FORM = /^([0-9a-f-]{36}):(true|false|null|".{1,300}")$/

/** What a change answers; only for changes that were read by `changeInput`. */
export function answeredIn({ to }: Change): Answered {
  const [, question = "", value = "null"] = GIVEN_FORM.exec(to) ?? []
  return { question, value: JSON.parse(value) as Answered["value"] }
}

function isGiven(to: string): boolean {
  const [, question, value = ""] = GIVEN_FORM.exec(to) ?? []
  try {
    JSON.parse(value)
  } catch {
    return false
  }
  return z.uuid().safeParse(question).success
}

/** One change: a term or area by its id, a stage or sector by its word, an answer with its question, or removal. */
export type Change = { kind: Kind; to: string }

/** Which groups are meant: those ticked, or every group that matches a list's filters. */
export type Which = { ids: string[] } | { filter: Listing }

const fromList = z
  .string()
  .max(LONGEST_QUERY)
  .default("")
  .transform((value) => listQuery(groupList, { ...readList(groupList, value), page: 1 }))

const chosen = {
  id: choices(z.uuid()),
  all: ticked(),
  from: fromList,
}
const whichOf = ({ id, all, from }: { id: string[]; all: boolean; from: string }): Which =>
  all ? { filter: readList(groupList, from) } : { ids: [...new Set(id)] }

/** The groups that a form or an address means. What makes no sense is no group. */
export const chosenInput = z.object(chosen).transform((input) => ({ ...input, which: whichOf(input) }))
export type Chosen = z.output<typeof chosenInput>
/** No group: what an address means that makes no sense. */
export const NONE: Chosen = { id: [], all: false, from: "", which: { ids: [] } }

const stageOrSector: Partial<Record<Kind, readonly string[]>> = {
  stage: SETTABLE_STAGES,
  sector: keys(SECTORS),
}

/** Whether this is a change that can be made. */
function fits({ kind, to }: Change): boolean {
  if (kind === "remove") return true
  if (kind === "answer") return isGiven(to)
  const words = stageOrSector[kind]
  return words ? words.includes(to) : z.uuid().safeParse(to).success
}

const change = {
  kind: z.enum(keys(CHANGES), { error: say("Choose what to change") }),
  to: z.string().default(""),
}

/** What is to change, and to what. */
export const changeInput = z.object(change).superRefine((input, check) => {
  if (!fits(input)) check.addIssue({ code: "custom", path: ["to"], message: CHOOSE[input.kind] })
})

/** A change to many groups, as it was previewed: `seal` says which groups those were. */
export const changeManyInput = z
  .object({ ...chosen, ...change, seal: z.string().max(64).default("") })
  .superRefine((input, check) => {
    if (!fits(input)) check.addIssue({ code: "custom", path: ["to"], message: CHOOSE[input.kind] })
  })
  .transform(({ kind, to, seal, ...fields }) => ({
    change: { kind, to },
    seal,
    which: whichOf(fields),
    from: fields.from,
  }))
export type ChangeMany = z.output<typeof changeManyInput>
