import "server-only"
import type { Ctx } from "../../access/ctx"
import type { Field as Question } from "../../fields/input"
import { listFields } from "../../fields/queries"
import { listOpenTypes } from "../../memberships/types/queries"
import { say } from "../../words"
import { askedBy, ownColumn } from "../columns/answers"
import type { Meanings, ReadingContext } from "../columns/context"
import type { Mapping } from "../columns/fields"

/** What the staff's own notes of a group are called among the LIO's questions. */
export const NOTES = say("Notes")

/** The question that keeps notes, where the LIO has it. */
export const notesAmong = (questions: Question[]) =>
  questions.find(({ label, kind }) => label.toLowerCase() === NOTES.toLowerCase() && kind === "long")

/**
 * What a list is read with: the LIO's questions that its columns answer, its kinds of membership, its day. A column of
 * notes answers the question “Notes”, also where that is still to be made.
 */
export async function readContext(
  ctx: Ctx,
  chosen: Mapping,
  meanings: Meanings = {},
): Promise<{ context: ReadingContext; mapping: Mapping }> {
  const all = await listFields(ctx)
  const notes: Question = notesAmong(all) ?? {
    ...{ id: crypto.randomUUID(), label: NOTES, hint: null, kind: "long", options: [] },
    ...{ forGroups: "nothing", retiredAt: null },
  }
  const mapping: Mapping = Object.fromEntries(
    Object.entries(chosen).map(([header, field]) => [header, field === "notes" ? ownColumn(notes) : field]),
  )
  const kinds = (await listOpenTypes(ctx)).map(({ id, name }) => ({ id, name }))
  const on = { today: ctx.today, timezone: ctx.lio.timezone }
  return { context: { questions: askedBy(mapping, [...all, notes]), kinds, on, meanings }, mapping }
}
