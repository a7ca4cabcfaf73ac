import { boolean, integer, jsonb, text } from "drizzle-orm/pg-core"
import type { CONSULTATION_QUESTIONS, STATEMENT_VOTES } from "../vocabulary"
import { word } from "./columns"

/** What a question asks and how it is answered, of a consultation or about an event. */
export const asked = () => ({
  position: integer("position").notNull(),
  kind: word<keyof typeof CONSULTATION_QUESTIONS>("kind").notNull(),
  title: text("title").notNull(),
  help: text("help"),
  /** Options of a choice, the things to put on a scale, or the statements to vote on; ends and steps of a scale (1 to `steps`). */
  setting: jsonb("setting").$type<QuestionOptions>().notNull().default({}),
  required: boolean("required").notNull().default(false),
})

export type QuestionOptions = {
  /** A section begins with this question: its heading, and words below it. */
  section?: { heading: string; words?: string }
  /** Only groups that chose one of these options of an earlier question are asked. */
  onlyIf?: { question: string; options: string[] }
  /** `proposed`: a statement that a group wrote; `alone`: it goes with no other; `asks`: for words, read in another language than its English “Other”, and never kept. */
  options?: { id: string; label: string; proposed?: true; alone?: true; asks?: true }[]
  /** Of "choose any": how many are chosen; of "put in order": how many places there are (`atMost`). */
  atLeast?: number
  atMost?: number
  low?: string
  high?: string
  steps?: number
  /** Of a number: what it counts, the least and the most, whether two decimals are taken, and where each band but the lowest begins. */
  unit?: string
  least?: number
  most?: number
  decimals?: boolean
  bands?: number[]
}

/** text: string · single: option id · multiple: option ids · scale: number · ranking: option ids, the first first · number: what was counted · unsure: "not sure" was chosen · says: the words beside a picked option that asks for them · ratings: thing id → its point on the scale · votes: statement id → what the group says to it · file: the file that was sent, with its SHA-256 · sealed: all of that, locked until the consultation closes */
export type AnswerValue = {
  sealed?: string
  text?: string
  choice?: string
  choices?: string[]
  scale?: number
  number?: number
  ranking?: string[]
  ratings?: Record<string, number | "unsure">
  unsure?: boolean
  says?: string
  votes?: Record<string, keyof typeof STATEMENT_VOTES>
  file?: AnswerFile
}

/** A file as an answer names it: what it was called, the SHA-256 of what it holds in hex, and its size in bytes. */
export type AnswerFile = { id: string; name: string; digest: string; size: number }
