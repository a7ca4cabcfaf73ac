import { z } from "zod"
import { AREA_KINDS, keys } from "@/db/vocabulary"
import { linesMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** So many places are looked for at once. */
const MOST_TYPED = 20
/** The second half of "Bristol, City of". */
const TITLE = /^(city|county) of$/i

/** Postcodes and names of places as somebody types them in one line, with commas between them. */
export const typedPlaces = (words: string): string[] =>
  [
    ...new Set(
      words
        .slice(0, 1000)
        .split(/[,;\n]/)
        .map((one) => one.replace(/\s+/g, " ").trim())
        .filter((one) => one !== "" && !TITLE.test(one)),
    ),
  ].slice(0, MOST_TYPED)

/** Stands for every ward of a district among those that are ticked. */
export const ALL_WARDS = "all"
const CODE = /^[A-Z]\d{8}$/
const listMaybe = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((said) => [said].flat())

/** Districts, and wards in fields of their own: `wards_E08000004` holds those of that district, or `all`. */
export const addPlacesInput = z
  .object({ districts: listMaybe })
  .catchall(z.unknown())
  .transform(({ districts, ...rest }, check) => {
    const wards = Object.entries(rest).flatMap(([name, said]) => {
      const [, district] = /^wards_([A-Z]\d{8})$/.exec(name) ?? []
      return district ? listMaybe.parse(said).map((code) => ({ district, code })) : []
    })
    const whole = wards.filter(({ code }) => code === ALL_WARDS).map(({ district }) => district)
    const codes = [...districts, ...wards.map(({ code }) => code).filter((code) => code !== ALL_WARDS)]
    if (codes.length === 0 && whole.length === 0)
      check.addIssue({ code: "custom", path: ["districts"], message: say("Tick at least one place") })
    if (codes.some((code) => !CODE.test(code)))
      check.addIssue({ code: "custom", path: ["districts"], message: say("Choose a place from the list") })
    return { codes: [...new Set(codes)], whole }
  })
export type AddPlaces = z.output<typeof addPlacesInput>

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
