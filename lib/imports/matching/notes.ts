import { say } from "../../words"
import type { Draft } from "../columns/drafts"
import type { Field } from "../columns/fields"

/** What is not as a row says, because of other rows or of people we know. */
export type Note = { field: Field; problem: string }

/** A row with its people as they can be kept, and what was made of them. */
export type Settled = { draft: Draft; notes: Note[] }

/** What is said of somebody who is named and has left. */
export const leftSaid = (name: string) =>
  say(
    "{name} has left, so no role was given. If they are back, say so on their page and bring this row in again.",
    { name },
  )
