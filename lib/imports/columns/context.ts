import type { Field as Question } from "../../fields/input"
import { type Today, thisDay } from "./amounts"

/** What words of a column were said to mean: header → the word, small → a value of the field, or "" to leave it out. */
export type Meanings = Record<string, Record<string, string>>

/** A kind of membership, as a column may name it. */
type MembershipKind = { id: string; name: string }

/** What a list is read with: the LIO's own questions and kinds of membership, the day, and what was said of its words. */
export type ReadingContext = { questions: Question[]; kinds: MembershipKind[]; on: Today; meanings: Meanings }

/** The same, where nothing else is known. */
export const contextOf = (some: Partial<ReadingContext> = {}): ReadingContext => ({
  questions: [],
  kinds: [],
  meanings: {},
  on: thisDay(),
  ...some,
})

/** A word as meanings are kept by it. */
export const meaningKey = (text: string) =>
  text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase().slice(0, 200)

/** What is wrong in a row, in a sentence; `row` is its number in the file. */
export type Problem = { row: number; column: string; problem: string }

/** A word of a column of few words that Trellis does not know, to be asked about once. */
export type Asked = { row: number; at: number; value: string; options: [value: string, label: string][] }
