import Ajv, { type ErrorObject, type ValidateFunction } from "ajv-draft-04"
import addFormats from "ajv-formats"
import { say, sayCount, shortened } from "../../words"
import schema from "./release-schema.json"

let compiled: ValidateFunction | undefined

/** The standard's own schema, with its formats. Words that only OCDS uses in it (`openCodelist`, `mergeStrategy`) say nothing here. */
function validator(): ValidateFunction {
  if (compiled) return compiled
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true })
  addFormats(ajv)
  compiled = ajv.compile(schema)
  return compiled
}

/** "tender, documents 2, url" for /tender/documents/1/url. */
const placeOf = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .reduce<string[]>((parts, part) => {
      const last = parts.pop()
      if (last !== undefined && /^\d+$/.test(part)) parts.push(`${last} ${Number(part) + 1}`)
      else parts.push(...(last === undefined ? [] : [last]), part.replaceAll("~1", "/").replaceAll("~0", "~"))
      return parts
    }, [])
    .join(", ")

const typed = (value: unknown) =>
  shortened(typeof value === "string" ? value : (JSON.stringify(value) ?? ""), 60)

const TYPES: Record<string, string> = {
  string: say("text"),
  number: say("a number"),
  integer: say("a whole number"),
  boolean: say("true or false"),
  array: say("a list"),
  object: say("an object"),
  null: say("nothing"),
}

const typesOf = (type: unknown) =>
  [type]
    .flat()
    .filter((one) => one !== "null")
    .map((one) => TYPES[String(one)] ?? String(one))
    .join(" / ")

/** One thing that is wrong, in a sentence. */
function wordsOf({ keyword, instancePath, params, data, message = "" }: ErrorObject): string {
  const place = placeOf(instancePath)
  switch (keyword) {
    case "required": {
      const missing = String(params.missingProperty)
      return place
        ? say("In {place}, “{missing}” is missing.", { place, missing })
        : say("“{missing}” is missing.", { missing })
    }
    case "type":
      return place
        ? say("{place} must be {type}, and is “{value}”.", {
            place,
            type: typesOf(params.type),
            value: typed(data),
          })
        : say("This isn’t a release: it must be an object.")
    case "enum":
      return say("{place} says “{value}”, which is not a word of the standard.", {
        place,
        value: typed(data),
      })
    case "format":
      return params.format === "uri"
        ? say("{place} must be a web address, and is “{value}”.", { place, value: typed(data) })
        : say("{place} must be a date with a time, and is “{value}”.", { place, value: typed(data) })
    case "minLength":
    case "minItems":
    case "minProperties":
      return say("{place} is empty.", { place })
    case "uniqueItems":
      return say("{place} has the same thing twice.", { place })
    default:
      return say("{place} isn’t as the standard says ({message}).", { place: place || say("It"), message })
  }
}

const MOST_IN_A_LIST = 5_000
const DEEPEST = 40

/** What would keep us busy for hours, or fill the memory: a list without end, things in things without end. */
function isEndless(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false
  const inside = Array.isArray(value) ? value : Object.values(value)
  return depth > DEEPEST || inside.length > MOST_IN_A_LIST || inside.some((one) => isEndless(one, depth + 1))
}

/** What is wrong with a release, in a sentence or two; null: it is as the standard says. */
export function problemOf(release: unknown): string | null {
  if (isEndless(release))
    return say(
      "It’s bigger than any release: a list has more than {most} things, or they stand too deep in each other.",
      {
        most: MOST_IN_A_LIST,
      },
    )
  const validate = validator()
  if (validate(release)) return null
  const [first, ...more] = [...new Set((validate.errors ?? []).map(wordsOf))]
  if (!first) return say("It isn’t as the standard says.")
  return more.length === 0
    ? first
    : `${first} ${sayCount(more.length, { one: "{count} more thing is wrong.", other: "{count} more things are wrong." })}`
}
