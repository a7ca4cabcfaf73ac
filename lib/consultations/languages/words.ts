import { createHash } from "node:crypto"
import type { TranslatedText, TranslatedTexts } from "@/db/schema/translations"
import { keys, LANGUAGES } from "@/db/vocabulary"
import { say, sayCount } from "../../words"
import type { Consultation, Question } from "../queries"
import { isSpelling } from "../questions/versions/input"
import { aloneIn, optionWithWords } from "../words"

export type Language = keyof typeof LANGUAGES

/** The consultation itself, among the things whose texts are translated. */
export const ITSELF = "about"

/** A text of a consultation that is translated: of which thing, which part of it, and what it says in English. */
export type Text = { thing: string; part: string; english: string; called: string; long?: true }

type Whole = Pick<Consultation, "title" | "about">
type Put = Pick<Question, "id" | "kind" | "title" | "help" | "setting">

/** Texts of things, in each of several languages. */
export type InLanguages = Partial<Record<Language, TranslatedTexts>>

/** The texts of things under other ids, those that have one; what they said before stays behind. */
export function asOthers(texts: TranslatedTexts, ids: ReadonlyMap<string, string>): TranslatedTexts {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([thing, parts]) => {
      const other = ids.get(thing)
      const fresh = Object.entries(parts).map(([part, { of, says }]) => [part, { of, says }])
      return other ? [[other, Object.fromEntries(fresh)]] : []
    }),
  )
}

/** Which id each question has where it was put anew. */
export const idsAnew = (before: readonly { id: string }[], after: readonly { id: string }[]) =>
  new Map(before.map(({ id }, at) => [id, after[at]?.id ?? id]))

/** Which way a language is written, as HTML says it. */
export const directionOf = (language: Language): "ltr" | "rtl" =>
  "rightToLeft" in LANGUAGES[language] ? "rtl" : "ltr"

/** The name of an answer to choose from, and of what stands in its place in other kinds of question. */
function calledAt({ kind }: Pick<Put, "kind">, at: number): string {
  if (kind === "statements") return say("Statement {number}", { number: at + 1 })
  if (kind === "matrix") return say("Thing {number} on the scale", { number: at + 1 })
  return say("Answer {number}", { number: at + 1 })
}

/** Every text of a question, in the order of reading; statements that groups wrote are theirs and stay as they are. */
function textsOfQuestion(question: Put): Text[] {
  const { id: thing, title, help, setting } = question
  const { section, options = [], low, high, steps = 5, unit } = setting
  const all: (Omit<Text, "thing" | "english"> & { english: string | null | undefined })[] = [
    { part: "heading", english: section?.heading, called: say("Section heading") },
    { part: "words", english: section?.words, called: say("Words below the heading"), long: true },
    { part: "title", english: title, called: say("Question") },
    { part: "help", english: help, called: say("Help text"), long: true },
    ...options
      .filter(({ proposed }) => !proposed)
      .map(({ id, label }, at) => ({ part: id, english: label, called: calledAt(question, at) })),
    { part: "low", english: low, called: say("What 1 means") },
    { part: "high", english: high, called: say("What {steps} means", { steps }) },
    { part: "unit", english: unit, called: say("Unit") },
  ]
  return all.flatMap(({ english, ...text }) => (english ? [{ ...text, thing, english }] : []))
}

/** Every text of a consultation that is translated. */
export const textsOf = ({ title, about }: Whole, questions: readonly Put[]): Text[] => [
  { thing: ITSELF, part: "title", english: title, called: say("Title") },
  ...(about
    ? [{ thing: ITSELF, part: "about", english: about, called: say("What it’s about"), long: true as const }]
    : []),
  ...questions.flatMap(textsOfQuestion),
]

/** The field of a text in a form. */
export const fieldOf = ({ thing, part }: Pick<Text, "thing" | "part">) => `${thing}_${part}`

/**
 * What stands for a text in the other language; null for nothing yet. Options that moved keep theirs: it is found by the
 * English that it was made from.
 */
export function kept({ thing, part, english }: Text, texts: TranslatedTexts): TranslatedText | null {
  const parts = texts[thing] ?? {}
  const own = parts[part]
  if (own?.of === english) return own
  const moved = /^o\d+$/.test(part)
    ? Object.entries(parts).find(([other, { of }]) => /^o\d+$/.test(other) && of === english)?.[1]
    : undefined
  return moved ?? own ?? null
}

/** How a text stands in the other language. `stale`: the English has changed since. */
export type TextState = "whole" | "stale" | "missing"
/** Whether a text is translated, and from the English as it is now. */
export function stateOf(text: Text, texts: TranslatedTexts): TextState {
  const now = kept(text, texts)
  if (!now) return "missing"
  return now.of === text.english ? "whole" : "stale"
}

/** How many texts have no translation yet, and how many have one of an earlier English. */
export function countLeft(all: readonly Text[], texts: TranslatedTexts) {
  const states = all.map((text) => stateOf(text, texts))
  const count = (which: TextState) => states.filter((state) => state === which).length
  return { missing: count("missing"), stale: count("stale") }
}

/** Whether nothing is left to do. */
export function isWhole(all: readonly Text[], texts: TranslatedTexts): boolean {
  const { missing, stale } = countLeft(all, texts)
  return missing + stale === 0
}

/** What is left to translate, in words. */
export function leftInWords({ missing, stale }: { missing: number; stale: number }): string {
  if (missing + stale === 0) return say("Everything is translated.")
  return [
    ...(missing > 0
      ? [
          sayCount(missing, {
            one: "{count} text isn’t translated yet.",
            other: "{count} texts aren’t translated yet.",
          }),
        ]
      : []),
    ...(stale > 0
      ? [
          sayCount(stale, {
            one: "{count} translation is out of date.",
            other: "{count} translations are out of date.",
          }),
        ]
      : []),
  ].join(" ")
}

/** What groups read of a text: its translation, also where only the spelling of the English was put right since; null where the English stands. */
export function readAs(text: Text, texts: TranslatedTexts): string | null {
  const now = kept(text, texts)
  return now && (now.of === text.english || isSpelling(now.of, text.english)) ? now.says : null
}

/** A consultation’s words in another language: by the field of each text, and how they are found in a line of ours. */
export type Tongue = { language: Language; words: Map<string, string>; any: RegExp | null }

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** All that there is to read in a language. */
export function tongueOf(language: Language, all: readonly Text[], texts: TranslatedTexts): Tongue {
  const words = new Map(
    all.flatMap((text) => {
      const says = readAs(text, texts)
      return says ? [[fieldOf(text), says]] : []
    }),
  )
  const longest = [...new Set(words.values())].sort((one, other) => other.length - one.length)
  const any =
    longest.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}])(${longest.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "gu")
      : null
  return { language, words, any }
}

/** A line in pieces, each with whether it is in the other language. */
export function piecesOf(line: string, tongue: Tongue | null): { words: string; other: boolean }[] {
  if (!tongue?.any) return [{ words: line, other: false }]
  return line
    .split(tongue.any)
    .map((words, at) => ({ words, other: at % 2 === 1 }))
    .filter(({ words }) => words !== "")
}

/** A consultation with its title and what it is about in another language. */
export function itselfIn<T extends Whole>(consultation: T, tongue: Tongue | null): T {
  if (!tongue) return consultation
  const of = (part: string) => tongue.words.get(fieldOf({ thing: ITSELF, part }))
  return {
    ...consultation,
    title: of("title") ?? consultation.title,
    about: of("about") ?? consultation.about,
  }
}

/** A question with its words in another language. What its English says of itself (“None”, “Other”) goes on being so. */
export function questionIn<Q extends Put>(question: Q, tongue: Tongue | null): Q {
  if (!tongue) return question
  const of = (part: string) => tongue.words.get(fieldOf({ thing: question.id, part }))
  const { setting } = question
  const { section, low, high, unit } = setting
  const alone = new Set(aloneIn(question).map(({ id }) => id))
  const asks = optionWithWords(question)?.value
  return {
    ...question,
    title: of("title") ?? question.title,
    help: of("help") ?? question.help,
    setting: {
      ...setting,
      ...(section
        ? {
            section: {
              heading: of("heading") ?? section.heading,
              ...(section.words ? { words: of("words") ?? section.words } : {}),
            },
          }
        : {}),
      ...(setting.options
        ? {
            options: setting.options.map((option) => ({
              ...option,
              label: (option.proposed ? undefined : of(option.id)) ?? option.label,
              ...(alone.has(option.id) ? { alone: true as const } : {}),
              ...(option.id === asks ? { asks: true as const } : {}),
            })),
          }
        : {}),
      ...(low ? { low: of("low") ?? low } : {}),
      ...(high ? { high: of("high") ?? high } : {}),
      ...(unit ? { unit: of("unit") ?? unit } : {}),
    },
  }
}

/** The languages of the list that a consultation doesn’t have yet, as a form offers them. */
export const languagesBeside = (there: readonly Language[]) =>
  keys(LANGUAGES)
    .filter((language) => !there.includes(language))
    .map((value) => ({ value, label: bothNames(value) }))

/** "Welsh (Cymraeg)" */
export const bothNames = (language: Language) =>
  say("{name} ({own})", { name: LANGUAGES[language].name, own: LANGUAGES[language].own })

/** How a text and its translation stand, in short, for a form to carry along. */
export const stampOf = (english: string, says: string) =>
  createHash("sha256").update(`${english}\n\n${says}`).digest("base64url").slice(0, 8)

/** The same of every text, by field: what its form shows, and compares. */
export const stampsOf = (all: readonly Text[], texts: TranslatedTexts): Record<string, string> =>
  Object.fromEntries(all.map((text) => [fieldOf(text), stampOf(text.english, kept(text, texts)?.says ?? "")]))
