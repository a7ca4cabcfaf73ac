import type { TranslatedTexts } from "@/db/schema/translations"
import { LANGUAGES } from "@/db/vocabulary"
import type { Block } from "../../../documents/model"
import { formatDate, formatMoment, say } from "../../../words"
import {
  ITSELF,
  itselfIn,
  kept,
  type Language,
  questionIn,
  type Text,
  textsOf,
  tongueOf,
} from "../../languages/words"
import type { Consultation, Question } from "../../queries"

/** What a text said to groups before, until when (ISO 8601). */
type Earlier = { said: string; until: string }

/** A consultation’s own words in a language in which it was also asked. What wasn’t translated stands in English, as groups read it. */
export type WordingOfAll = {
  language: Language
  name: string
  offeredAt: string
  title: string
  about: string | null
  earlier?: Earlier[]
}

/** A question’s words in such a language: `label` is an option’s English. */
export type Wording = {
  language: Language
  name: string
  title: string
  help: string | null
  section?: { heading: string; words?: string }
  options?: { label: string; says: string }[]
  low?: string
  high?: string
  unit?: string
  earlier?: Earlier[]
}

type Asked = Pick<Question, "id" | "kind" | "title" | "help" | "setting">
type Translation = { language: Language; texts: TranslatedTexts; offeredAt: Date | null }

/** All that texts of one thing said before, the first to change first. */
function earlierOf(all: readonly Text[], thing: string, texts: TranslatedTexts): { earlier?: Earlier[] } {
  const earlier = all
    .filter((text) => text.thing === thing)
    .flatMap((text) => kept(text, texts)?.earlier ?? [])
    .map(({ says, until }) => ({ said: says, until }))
    .sort((one, other) => (one.until < other.until ? -1 : 1))
  return earlier.length > 0 ? { earlier } : {}
}

function wordingOf(question: Asked, its: Asked) {
  const { section, options = [], low, high, unit } = its.setting
  const own = (question.setting.options ?? []).filter(({ proposed }) => !proposed)
  return {
    ...{ title: its.title, help: its.help },
    ...(section ? { section } : {}),
    ...(own.length > 0
      ? { options: own.map(({ label }, at) => ({ label, says: options[at]?.label ?? label })) }
      : {}),
    ...(low ? { low } : {}),
    ...(high ? { high } : {}),
    ...(unit ? { unit } : {}),
  }
}

/**
 * A consultation’s words in each language in which groups could answer besides English, its own and by the ids of its
 * questions; nothing where there was none.
 */
export function wordingsOf(
  consultation: Pick<Consultation, "title" | "about">,
  asked: readonly Asked[],
  translations: readonly Translation[],
) {
  const all = textsOf(consultation, asked)
  const own: WordingOfAll[] = []
  const questions = new Map<string, Wording[]>()
  for (const { language, texts, offeredAt } of translations) {
    if (!offeredAt) continue
    const tongue = tongueOf(language, all, texts)
    const which = { language, name: LANGUAGES[language].name }
    const { title, about } = itselfIn(consultation, tongue)
    const from = offeredAt.toISOString()
    own.push({ ...which, offeredAt: from, title, about, ...earlierOf(all, ITSELF, texts) })
    for (const question of asked) {
      const wording = wordingOf(question, questionIn(question, tongue))
      const its = { ...which, ...wording, ...earlierOf(all, question.id, texts) }
      questions.set(question.id, [...(questions.get(question.id) ?? []), its])
    }
  }
  return { own, questions }
}

/** Lines in another language as a paragraph, each marked as being in it. */
const lines = (language: Language, all: readonly (string | null | undefined)[]): Block => ({
  kind: "paragraph",
  inlines: all
    .flatMap((line) => (line ? [line] : []))
    .flatMap((text, at) => [
      ...(at > 0 ? [{ kind: "break" } as const] : []),
      { kind: "text", text, lang: language } as const,
    ]),
})
const sentence = (words: string): Block => ({ kind: "paragraph", inlines: [{ kind: "text", text: words }] })

const earlierBlocks = ({ language, earlier = [] }: Pick<Wording, "language" | "earlier">, zone?: string) =>
  earlier.flatMap(({ said, until }) => [
    sentence(say("Until {moment} it said:", { moment: formatMoment(until, zone) })),
    lines(language, [said]),
  ])

/** How a question was put in other languages. */
export const wordingBlocks = ({ also = [] }: { also?: Wording[] }): Block[] =>
  also.flatMap((wording) => {
    const { language, name, title, help, section, options = [], low, high, unit } = wording
    return [
      sentence(say("Also asked in {language}:", { language: name })),
      lines(language, [
        ...[section?.heading, section?.words, title, help],
        options.map(({ says }) => says).join(" · "),
        [low, high].filter(Boolean).join(" – "),
        unit,
      ]),
      ...earlierBlocks(wording),
    ]
  })

/** In which other languages it was asked, and what it was called in them. */
export const languageBlocks = ({ also = [] }: { also?: WordingOfAll[] }, zone: string): Block[] =>
  also.flatMap((wording) => {
    const { language, name, offeredAt, title, about } = wording
    return [
      sentence(
        say("Groups could also read it in {language}, from {day}:", {
          language: name,
          day: formatDate(offeredAt, zone),
        }),
      ),
      lines(language, [title, about]),
      ...earlierBlocks(wording, zone),
    ]
  })
