import { z } from "zod"
import { AREA_KINDS, keys } from "@/db/vocabulary"
import { linesMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** A district or ward to serve, by its code in the open data. */
export const addAreaInput = z.object({
  code: z.string().regex(/^[A-Z]\d{8}$/, say("Choose a place from the list")),
})

/** A neighbourhood that no list has, by its name. */
export const addNeighbourhoodInput = z.object({
  name: wordsSaid(say("Enter the name of the neighbourhood"), 100),
})

/** An area, by its id. */
export const areaIdInput = z.object({ id: z.uuid() })

const kind = z
  .enum(keys(AREA_KINDS), { error: say("Choose what kind of area it is") })
  .default("neighbourhood")

/** An area that the list lacks, typed in the form that asks for one. */
export const newAreaFields = { newArea: wordsMaybe(100), newAreaKind: kind }
/** What was typed of it, if anything. */
export type NewArea = Partial<z.output<z.ZodObject<typeof newAreaFields>>>

/** The same where nothing else is said. */
export const nameAreaInput = z.object({
  newArea: wordsSaid(say("Enter the name of the area"), 100),
  newAreaKind: kind,
})

/** Several areas by their names, a line each. */
export const nameAreasInput = z.object({
  names: linesMaybe(100, say("Make each name 100 characters or fewer")).refine(
    (names) => names.length > 0,
    say("Enter the name of at least one area"),
  ),
  newAreaKind: kind,
})
export type NameAreas = z.output<typeof nameAreasInput>
