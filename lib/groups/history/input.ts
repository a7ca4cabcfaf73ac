import { z } from "zod"
import { questionOf } from "../../fields/input"
import { say } from "../../words"
import { groupFields } from "../input"

const FIELD = /^[a-zA-Z]{2,40}$|^custom\.[0-9a-f-]{36}$/
const PLACE = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ""

/** Which part of a history: of one field or all, older than a place in it. */
export type HistoryPlace = { field?: string; before?: { at: Date; id: string } }

/** Reads the place out of an address; what makes no sense is left out. */
export function historyPlace(query: Record<string, string | string[] | undefined>): HistoryPlace {
  const field = one(query.field)
  const [, at, id] = PLACE.exec(one(query.before)) ?? []
  return {
    field: FIELD.test(field) ? field : undefined,
    before: at && id ? { at: new Date(Number(at)), id } : undefined,
  }
}

const LISTS = new Set(["identifiers", "areaIds", "termIds", "mainContactId"])
/** Facts that follow from another, or that only their own page sets. */
const FOLLOWS = new Set(["stageSince", "stageReason"])

/** Whether a field can be put back by itself. */
export const isPutBack = (field: string) =>
  LISTS.has(field) || questionOf(field) !== null || (field in groupFields.shape && !FOLLOWS.has(field))

/** A field of a change that is to say again what it said before. */
export const putBackInput = z.object({
  id: z.uuid(),
  eventId: z.uuid(),
  field: z.string().regex(FIELD, say("Choose a field")),
  version: z.coerce.number().int(),
})
export type PutBack = z.output<typeof putBackInput>
