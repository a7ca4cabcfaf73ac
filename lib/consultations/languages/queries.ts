import "server-only"
import { and, asc, eq, isNotNull } from "drizzle-orm"
import { consultationTranslations, people } from "@/db/schema"
import { keys, LANGUAGES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { maySeeAll } from "../policy"
import { type Consultation, getConsultation, listQuestions, type Question } from "../queries"
import {
  asOthers,
  countLeft,
  directionOf,
  type InLanguages,
  isWhole,
  itselfIn,
  type Language,
  questionIn,
  textsOf,
  tongueOf,
} from "./words"

const inOrder = keys(LANGUAGES)
const byList = <T extends { language: Language }>(rows: T[]) =>
  rows.toSorted((one, other) => inOrder.indexOf(one.language) - inOrder.indexOf(other.language))

/** The languages of a consultation besides English, with all their texts. Read the consultation first: that is the check. */
export async function listTranslations(ctx: Ctx, consultationId: string) {
  const rows = await ctx.tx
    .select({
      language: consultationTranslations.language,
      texts: consultationTranslations.texts,
      version: consultationTranslations.version,
      offeredAt: consultationTranslations.offeredAt,
      savedAt: consultationTranslations.savedAt,
      saver: people.name,
    })
    .from(consultationTranslations)
    .leftJoin(people, eq(people.id, consultationTranslations.savedBy))
    .where(eq(consultationTranslations.consultationId, consultationId))
    .orderBy(asc(consultationTranslations.language))
  return byList(rows)
}
export type Translation = Awaited<ReturnType<typeof listTranslations>>[number]

/** The same with what is left to do in each, for staff. */
export async function listLanguages(ctx: Ctx, consultationId: string) {
  ensure(maySeeAll(ctx.actor))
  const consultation = await getConsultation(ctx, consultationId)
  const [questions, translations] = await Promise.all([
    listQuestions(ctx, consultationId),
    listTranslations(ctx, consultationId),
  ])
  const texts = textsOf(consultation, questions)
  return {
    consultation,
    questions,
    texts,
    languages: translations.map((one) => ({ ...one, ...countLeft(texts, one.texts) })),
  }
}

/** One of them, to be written. NotFound where the consultation isn’t in it. */
export async function getLanguage(ctx: Ctx, consultationId: string, language: string) {
  const all = await listLanguages(ctx, consultationId)
  return { ...all, translation: found(all.languages.find((one) => one.language === language)) }
}

/** In which languages groups can answer besides English. */
export async function listOffered(ctx: Ctx, consultationId: string) {
  const rows = await ctx.tx
    .select({ language: consultationTranslations.language, texts: consultationTranslations.texts })
    .from(consultationTranslations)
    .where(
      and(
        eq(consultationTranslations.consultationId, consultationId),
        isNotNull(consultationTranslations.offeredAt),
      ),
    )
  return byList(rows)
}

/**
 * Its title in each language in which groups can answer, or could if a draft opened as it is: what its invitation says of
 * them.
 */
export async function listTitles(ctx: Ctx, consultation: Pick<Consultation, "id" | "title" | "about">) {
  const translations = await listTranslations(ctx, consultation.id)
  if (translations.length === 0) return []
  const texts = textsOf(consultation, await listQuestions(ctx, consultation.id))
  return translations.flatMap(({ language, texts: its, offeredAt }) =>
    offeredAt || isWhole(texts, its)
      ? [
          {
            ...{ language, offeredAt },
            dir: directionOf(language),
            canAnswer: LANGUAGES[language].canAnswer,
            title: itselfIn(consultation, tongueOf(language, texts, its)).title,
          },
        ]
      : [],
  )
}

/** The texts of a consultation in its other languages, of those things that have other ids elsewhere, by those. */
export async function readElsewhere(
  ctx: Ctx,
  consultationId: string,
  ids: ReadonlyMap<string, string>,
): Promise<InLanguages> {
  const translations = await listTranslations(ctx, consultationId)
  return Object.fromEntries(translations.map(({ language, texts }) => [language, asOthers(texts, ids)]))
}

/** A language, where groups can answer in it; else null, as for English. */
export async function offeredIn(ctx: Ctx, consultationId: string, language: Language | null | undefined) {
  if (!language) return null
  return (await listOffered(ctx, consultationId)).some((one) => one.language === language) ? language : null
}

type Place<A> = {
  consultation: Pick<Consultation, "id" | "title" | "about">
  answering?: A | null
}

/**
 * A group’s place at the table, or what it reads before it sits down, with the words of the consultation in the language that
 * was chosen, where that is offered.
 */
export async function inChosenLanguage<A extends { questions: Question[] }, P extends Place<A>>(
  ctx: Ctx,
  place: P,
  chosen: string | null,
) {
  const { consultation, answering } = place
  const offered = await listOffered(ctx, consultation.id)
  const its = offered.find(({ language }) => language === chosen)
  const texts = its ? textsOf(consultation, answering?.questions ?? []) : []
  const tongue = its ? tongueOf(its.language, texts, its.texts) : null
  return {
    ...place,
    consultation: itselfIn<P["consultation"]>(consultation, tongue),
    answering: answering && {
      ...answering,
      questions: answering.questions.map((question) => questionIn(question, tongue)),
    },
    languages: { offered: offered.map(({ language }) => language), tongue },
  }
}

/** The languages in which a consultation is offered, and the words of the one that was chosen. */
export type Languages = Awaited<ReturnType<typeof inChosenLanguage>>["languages"]
