import { z } from "zod"
import { say } from "../words"

/** What happens to a row that may be a group we have: left out, put together with it, or made a group of its own. */
export const ON_DUPLICATE = ["skip", "merge", "new"] as const
export type OnDuplicate = (typeof ON_DUPLICATE)[number]

/** What each row came to. Every row of the file is one of the five. */
const VERDICTS = ["new", "update", "unchanged", "duplicate", "error"] as const
export type Verdict = (typeof VERDICTS)[number]

/** An import by its id. */
export const importIdInput = z.object({ id: z.uuid() })
/** What is decided about possible duplicates: one row, or all that are left. */
export const decideInput = z.object({
  id: z.uuid(),
  row: z.coerce.number().int().positive().nullish(),
  decision: z.enum(ON_DUPLICATE, { error: say("Choose what to do") }),
})
export type Decide = z.output<typeof decideInput>

const cellInput = z
  .string()
  .regex(/^\d{1,7}:\d{1,3}$/)
  .transform((value) => ({ row: Number(value.split(":")[0]), at: Number(value.split(":")[1]) }))
/** What should stand in cells of the file: which, and what. */
const mendCellsInput = z.object({
  id: z.uuid(),
  cells: z.array(cellInput).max(500),
  values: z.array(z.string().max(5_000)).max(500),
})
export type MendCells = z.output<typeof mendCellsInput>
const wordInput = z
  .string()
  .max(5_100)
  .regex(/^\d{1,3}=/)
  .transform((value) => {
    const mark = value.indexOf("=")
    return { at: Number(value.slice(0, mark)), value: value.slice(mark + 1) }
  })
/** What is said of a word that is still to be asked about. */
export const ASK_LATER = "?"
const many = <T extends z.ZodType>(one: T) =>
  z.union([one.transform((only) => [only]), z.array(one).max(500)])

/** What words of columns mean: the place of the column and the word, and a value of its field. */
export const meanWordsInput = z.object({
  id: z.uuid(),
  words: many(wordInput),
  meanings: many(z.string().max(300)),
})
export type MeanWords = z.output<typeof meanWordsInput>
/** What should stand wherever a column says something, or (`row:column`) in one cell that says nothing. */
export const mendValuesInput = z.object({
  id: z.uuid(),
  words: many(z.union([wordInput, cellInput.transform((cell) => ({ ...cell, value: null }))])),
  values: many(z.string().max(5_000)),
})
export type MendValues = z.output<typeof mendValuesInput>

/** The row that holds the headers, as a person counts it. */
export const headersInput = z.object({
  id: z.uuid(),
  row: z.coerce
    .number({ error: say("Choose a row") })
    .int()
    .min(1)
    .max(1_000),
})
