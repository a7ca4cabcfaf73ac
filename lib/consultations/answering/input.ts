import { z } from "zod"
import type { AnswerValue } from "@/db/schema/asking"
import { keys, LANGUAGES } from "@/db/vocabulary"
import { RuleBroken } from "../../errors"
import { choiceMaybe, ticked, wordsMaybe } from "../../input"
import { say } from "../../words"
import { readAmount, wrongAmount } from "../amounts/words"
import { thingsOf } from "../matrix/words"
import type { Question } from "../queries"
import { placesOf } from "../ranking/words"
import { QUOTES } from "../signing/consent/words"
import { aloneIn, howMany, isMissing, optionsOf, optionWithWords, picksOf, UNSURE } from "../words"

/** The value of the choice "not sure or prefer not to say". */
export const UNSURE_VALUE = "unsure"
const MOST_TEXT = 10_000
const CHOOSE_FILE = say("Choose a file first.")

/** For which group of which consultation; the group may be left out by people who speak for one only. */
const where = {
  id: z.uuid(),
  group: z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null),
}

/** One answer: `version` is the answer's revision that was on the page, 0 for none. `then` is where to go on. */
export const saveAnswerInput = z.object({
  ...where,
  questionId: z.uuid(),
  version: z.coerce.number().int().min(0),
  answer: z.union([z.string().max(50_000), z.array(z.string().max(200)).max(100)]).optional(),
  /** The words beside "Other, please say". */
  says: wordsMaybe(1000),
  /** The place of each option, where they are put in order; "" for one that is left out. */
  rank: z
    .array(z.object({ place: z.string().max(3) }))
    .max(100)
    .optional(),
  /** The point at which each thing was put on the scale; "" for one without an answer. */
  rate: z
    .array(z.object({ row: z.string().max(20), point: z.string().max(10).default("") }))
    .max(100)
    .optional(),
  /** "Not sure" of a question that has no options to choose from. */
  unsure: ticked(),
  /** Somebody else changed it meanwhile: whose words stand. The others are kept as earlier words. */
  keep: z.enum(["mine", "theirs", "both"]).default("mine"),
  button: z.enum(["next", "check", "later"]).default("next"),
})
type Saved = z.output<typeof saveAnswerInput>
export type SaveAnswer = Omit<Saved, "says" | "rank" | "rate" | "unsure" | "keep"> &
  Partial<Pick<Saved, "says" | "rank" | "rate" | "unsure" | "keep">>

/** A group's place in a consultation. */
export const openResponseInput = z.object(where)
export type OpenResponseInput = z.output<typeof openResponseInput>

/** Sending: `seen` is the state of the answers that were read, so that nothing is signed unseen. */
export const signOffInput = z.object({
  ...where,
  seen: z.string().max(40),
  quotes: z
    .enum(keys(QUOTES))
    .nullish()
    .transform((quotes) => quotes ?? "no"),
  /** Who sends it, of those who came by a link to the group's own address. */
  name: wordsMaybe(120),
  /** In which language it was read, where that wasn’t English. */
  language: choiceMaybe(keys(LANGUAGES)),
})
type Sent = z.output<typeof signOffInput>
export type SignOff = Omit<Sent, "name" | "language"> & Partial<Pick<Sent, "name" | "language">>

/** The answer of one group. */
export const ofGroupInput = z.object({ id: z.uuid(), group: z.uuid() })

/** Whether a group's words may be quoted, said at any time after it sent them, also once it has closed. */
export const consentInput = z.object({
  id: z.uuid(),
  group: z.uuid(),
  quotes: z.enum(keys(QUOTES), { error: say("Choose whether we may quote") }),
})
export type Consent = z.output<typeof consentInput>

const refuse = (message: string): never => {
  throw new RuleBroken(message, "answer")
}

/** Several that were ticked, within the limits of the question; one that goes with no other is enough by itself. */
function parseMany({ setting }: Question, choices: string[], alone: boolean): AnswerValue {
  const { atLeast = 1, atMost = choices.length } = setting
  if (choices.length > atMost || (!alone && choices.length < atLeast)) refuse(howMany(setting))
  return { choices }
}

function parsePicks(question: Question, picks: string[]): AnswerValue {
  const options = new Set(optionsOf(question).map(({ value }) => value))
  if (picks.includes(UNSURE_VALUE)) {
    if (picks.length > 1) refuse(say("Choose your answers, or “{unsure}”, but not both", { unsure: UNSURE }))
    return { unsure: true }
  }
  if (picks.some((pick) => !options.has(pick))) refuse(say("Choose from the list"))
  const alone = aloneIn(question).find(({ id }) => picks.includes(id))
  if (alone && picks.length > 1)
    refuse(say("Choose your answers, or “{alone}”, but not both", { alone: alone.label }))
  const [first] = picks
  if (first === undefined) return {}
  if (question.kind === "multiple") return parseMany(question, [...new Set(picks)], alone !== undefined)
  if (picks.length > 1) refuse(say("Choose one answer"))
  return question.kind === "scale" ? { scale: Number(first) } : { choice: first }
}

/** The words beside "Other, please say" belong to that option, and it to them. */
function withWords(question: Question, value: AnswerValue, says: string | null): AnswerValue {
  const other = optionWithWords(question)
  const picked = other && picksOf(question, value).includes(other.value)
  if (says && !picked) {
    throw new RuleBroken(
      other
        ? say("Choose “{other}” as well, or leave its box empty", { other: other.label })
        : say("This question has no “other” to choose"),
      "answer",
    )
  }
  if (picked && !says)
    throw new RuleBroken(say("Say what you mean by “{other}”", { other: other.label }), "says")
  return says ? { ...value, says } : value
}

/** A number as it was typed. */
function parseAmount({ setting }: Question, typed: string, unsure: boolean): AnswerValue {
  if (unsure && typed) refuse(say("Enter a number, or tick “{unsure}”, but not both", { unsure: UNSURE }))
  if (unsure) return { unsure: true }
  if (!typed) return {}
  const number = readAmount(typed)
  const wrong = wrongAmount(setting, number)
  if (wrong || number === null) return refuse(wrong ?? "")
  return { number }
}

/** The options in their order, from the place that each was given. */
function parseRanking({ setting }: Question, given: string[], unsure: boolean): AnswerValue {
  const refuseFirst = (message: string): never => {
    throw new RuleBroken(message, "rank.0.place")
  }
  const options = setting.options ?? []
  const placed = given.flatMap((place, at) => (place ? [{ place: Number(place), id: options[at]?.id }] : []))
  const places = placesOf(setting)
  if (placed.some(({ place, id }) => !id || !Number.isInteger(place) || place < 1 || place > places))
    refuseFirst(say("Choose from the list"))
  if (new Set(placed.map(({ place }) => place)).size < placed.length)
    refuseFirst(say("Use each number only once"))
  if (unsure && placed.length > 0)
    refuseFirst(say("Number the options, or tick “{unsure}”, but not both", { unsure: UNSURE }))
  if (unsure) return { unsure: true }
  const ranking = placed.sort((one, other) => one.place - other.place).flatMap(({ id }) => id ?? [])
  return ranking.length > 0 ? { ranking } : {}
}

/** Several things, from the point that each was put at. */
function parseRatings(question: Question, given: string[]): AnswerValue {
  const points = question.setting.steps ?? 5
  const ratings: AnswerValue["ratings"] = {}
  for (const [at, { id }] of thingsOf(question).entries()) {
    const point = given[at] ?? ""
    const number = Number(point)
    if (point === UNSURE_VALUE) ratings[id] = "unsure"
    else if (point && (!Number.isInteger(number) || number < 1 || number > points))
      throw new RuleBroken(say("Choose from the list"), `rate.${at}.point`)
    else if (point) ratings[id] = number
  }
  if (given.length > thingsOf(question).length) refuse(say("Choose from the list"))
  return Object.keys(ratings).length > 0 ? { ratings } : {}
}

/** What a form says to a question, before it is read: for several things or places a list in the order of the question. */
export function typedFor(
  question: Question,
  { answer, rank, rate }: Pick<SaveAnswer, "answer" | "rank" | "rate">,
): string | string[] | undefined {
  if (question.kind === "matrix" && rate)
    return thingsOf(question).map(({ id }) => rate.find(({ row }) => row === id)?.point ?? "")
  return answer ?? rank?.map(({ place }) => place)
}

/** What was typed or ticked as the answer to a question; {} for nothing. RuleBroken when it fits no option. */
export function parseAnswer(
  question: Question,
  value: string | string[] | undefined,
  { says = null, unsure = false }: { says?: string | null; unsure?: boolean } = {},
): AnswerValue {
  if (question.kind === "file") refuse(CHOOSE_FILE)
  if (question.kind === "statements") refuse(say("Vote on one statement at a time"))
  if (question.kind === "matrix") return parseRatings(question, Array.isArray(value) ? value : [])
  if (question.kind === "number") return parseAmount(question, String(value ?? "").trim(), unsure)
  if (question.kind === "ranking") return parseRanking(question, Array.isArray(value) ? value : [], unsure)
  if (question.kind !== "text") {
    const picks = (Array.isArray(value) ? value : [value ?? ""]).filter(Boolean)
    return withWords(question, parsePicks(question, picks), says)
  }
  const text = (Array.isArray(value) ? value.join("\n") : (value ?? "")).trim()
  if (text.length > MOST_TEXT)
    refuse(say("Make your answer {mostText} characters or fewer", { mostText: MOST_TEXT }))
  return text ? { text } : {}
}

/** The message when a question that needs an answer has none. */
export function needAnswer(question: Question, value: AnswerValue) {
  if (!isMissing(question, value)) return
  const left = thingsOf(question).findIndex(({ id }) => !value.ratings?.[id])
  if (left >= 0)
    throw new RuleBroken(
      say("Choose an answer for “{thing}”, or “{unsure}”", {
        thing: thingsOf(question)[left]?.label ?? "",
        unsure: UNSURE,
      }),
      `rate.${left}.point`,
    )
  if (question.kind === "ranking")
    throw new RuleBroken(
      say("Give at least one a number, or tick “{unsure}”", { unsure: UNSURE }),
      "rank.0.place",
    )
  if (question.kind === "file") refuse(CHOOSE_FILE)
  refuse(
    question.kind === "text"
      ? say("Enter your answer")
      : question.kind === "number"
        ? say("Enter a number, or tick “{unsure}”", { unsure: UNSURE })
        : say("Choose an answer, or “{unsure}”", { unsure: UNSURE }),
  )
}

/** An answer as the fields of its form hold it. */
export function answerField(value: AnswerValue | undefined): string | string[] | undefined {
  if (!value) return undefined
  if (value.unsure) return UNSURE_VALUE
  if (value.number !== undefined) return String(value.number)
  return value.text ?? value.choice ?? value.choices ?? (value.scale ? String(value.scale) : undefined)
}

/** The fields of a question whose options are put in order, as its form holds them. */
export const rankFields = ({ setting }: Pick<Question, "setting">, value: AnswerValue | undefined) =>
  Object.fromEntries(
    (setting.options ?? []).map(({ id }, at) => {
      const place = value?.ranking?.indexOf(id) ?? -1
      return [`rank.${at}.place`, place < 0 ? "" : String(place + 1)]
    }),
  )

/** The fields of a question of several things, as its form holds them. */
export const rateFields = (question: Question, value: AnswerValue | undefined) =>
  Object.fromEntries(
    thingsOf(question).map(({ id }, at) => [`rate.${at}.point`, String(value?.ratings?.[id] ?? "")]),
  )
