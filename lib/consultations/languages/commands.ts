import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { consultationTranslations } from "@/db/schema"
import type { TranslatedText, TranslatedTexts } from "@/db/schema/translations"
import { keys, LANGUAGES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { checkSeen } from "../../seen"
import { say } from "../../words"
import { holdConsultation } from "../commands"
import { listQuestions } from "../queries"
import { isSpelling } from "../questions/versions/input"
import type { OneLanguage, Translate } from "./input"
import { listTranslations, type Translation } from "./queries"
import {
  countLeft,
  fieldOf,
  type InLanguages,
  isWhole,
  kept,
  type Language,
  readAs,
  stampOf,
  stampsOf,
  type Text,
  textsOf,
} from "./words"

/** The consultation held while its words in another language change: until it closes, for then they stand in its edition. */
async function holdWhileAsked(ctx: Ctx, id: string) {
  const consultation = await holdConsultation(ctx, id)
  if (consultation.state !== "draft" && consultation.state !== "open")
    throw new RuleBroken(say("It has closed, so its translations can’t be changed any more."))
  return consultation
}

const at = (id: string, language: Language) =>
  and(eq(consultationTranslations.consultationId, id), eq(consultationTranslations.language, language))

/** Adds a language in which a consultation can be written. */
export async function addLanguage(ctx: Ctx, { id, language }: OneLanguage) {
  const { title } = await holdWhileAsked(ctx, id)
  const [made] = await ctx.tx
    .insert(consultationTranslations)
    .values({
      ...{ lioId: ctx.lio.id, consultationId: id, language },
      ...{ savedAt: ctx.now, savedBy: personOf(ctx.actor)?.personId ?? null },
    })
    .onConflictDoNothing()
    .returning({ language: consultationTranslations.language })
  const { name } = LANGUAGES[language]
  if (!made)
    throw new RuleBroken(
      say("It’s already in {language}. Open the page again.", { language: name }),
      "language",
    )
  await record(ctx, {
    what: "consultation.translated",
    subject: ["consultation", id],
    summary: say("Began to write “{title}” in {language}", { title, language: name }),
  })
  return { id, language }
}

/** Removes a language in which nobody could answer yet. */
export async function removeLanguage(ctx: Ctx, { id, language }: OneLanguage) {
  const { title } = await holdWhileAsked(ctx, id)
  const [gone] = await ctx.tx
    .delete(consultationTranslations)
    .where(and(at(id, language), isNull(consultationTranslations.offeredAt)))
    .returning({ texts: consultationTranslations.texts })
  const { name } = LANGUAGES[language]
  if (!gone)
    throw new RuleBroken(say("Groups can already answer in {language}, so it stays.", { language: name }))
  await record(ctx, {
    what: "consultation.translated",
    subject: ["consultation", id],
    summary: say("Removed {language} from “{title}”", { language: name, title }),
    from: gone,
  })
  return { id, language }
}

/** A text that groups have read as it is: only its spelling may change, unless its English has. */
function ensureSpelling(text: Text, before: TranslatedText | null, says: string | null) {
  if (before?.of !== text.english || (says && isSpelling(before.says, says))) return
  throw new RuleBroken(
    say(
      "Groups are answering in this language, so you can only correct its spelling here. To say something else, change the English first.",
    ),
    fieldOf(text),
  )
}

/** The texts as they are after a save. Those that the form didn’t have stay. */
function saved(ctx: Ctx, all: Text[], { texts, offeredAt }: Translation, said: Translate): TranslatedTexts {
  const next: TranslatedTexts = {}
  const same = new Set(said.same)
  for (const text of all) {
    const field = fieldOf(text)
    const before = kept(text, texts)
    const says = field in said.says ? (said.says[field] ?? null) : (before?.says ?? null)
    const changed = says !== (before?.says ?? null)
    if (changed && offeredAt) ensureSpelling(text, before, says)
    if (!says) continue
    // What was in groups’ hands is kept, with when it stopped being so.
    const read = changed && offeredAt ? readAs(text, texts) : null
    const earlier = [
      ...(before?.earlier ?? []),
      ...(read ? [{ says: read, until: ctx.now.toISOString() }] : []),
    ]
    const of = changed || same.has(field) || !before ? text.english : before.of
    const parts = next[text.thing] ?? {}
    parts[text.part] = { of, says, ...(earlier.length > 0 ? { earlier } : {}) }
    next[text.thing] = parts
  }
  return next
}

/** What the form compares: every text as it would stand, those that were said to fit still as something new. */
const stampsSaid = (all: Text[], texts: TranslatedTexts, said: Translate) => ({
  ...stampsOf(all, texts),
  ...Object.fromEntries(
    all.flatMap((text) => {
      const field = fieldOf(text)
      if (said.same.includes(field)) return [[field, ""]]
      return field in said.says ? [[field, stampOf(text.english, said.says[field] ?? "")]] : []
    }),
  ),
})

/**
 * Keeps the words of a consultation in another language. While it is open, what groups have read already changes only in its
 * spelling or after its English, and the earlier words are kept. The save that makes a language whole while it is open
 * offers it to groups.
 */
export async function translate(ctx: Ctx, said: Translate) {
  const { id, language } = said
  const consultation = await holdWhileAsked(ctx, id)
  const [questions, translations] = await Promise.all([listQuestions(ctx, id), listTranslations(ctx, id)])
  const before = found(translations.find((one) => one.language === language))
  const all = textsOf(consultation, questions)
  checkSeen(said.seen, stampsOf(all, before.texts), stampsSaid(all, before.texts, said), (field) => {
    const text = all.find((one) => fieldOf(one) === field)
    return text
      ? say("{english} → {words}", {
          english: text.english,
          words: kept(text, before.texts)?.says ?? say("not translated"),
        })
      : ""
  })
  const texts = saved(ctx, all, before, said)
  const left = countLeft(all, texts)
  const offers = consultation.state === "open" && isWhole(all, texts) && !before.offeredAt
  await ctx.tx
    .update(consultationTranslations)
    .set({
      texts,
      version: sql`${consultationTranslations.version} + 1`,
      savedAt: ctx.now,
      savedBy: personOf(ctx.actor)?.personId ?? null,
      ...(offers ? { offeredAt: ctx.now } : {}),
    })
    .where(at(id, language))
  const of = { title: consultation.title, language: LANGUAGES[language].name }
  await record(ctx, {
    what: "consultation.translated",
    subject: ["consultation", id],
    summary: offers
      ? say("Groups can now answer “{title}” in {language}", of)
      : say("Wrote “{title}” in {language}", of),
    from: { texts: before.texts },
    to: { texts },
  })
  return { id, language, offers, ...left }
}

/**
 * Takes texts in other languages along into a draft, with the questions that they are of. `adds`: also in languages that it
 * doesn’t have yet.
 */
export async function takeAlong(ctx: Ctx, id: string, taken: InLanguages, { adds }: { adds: boolean }) {
  const there = new Map((await listTranslations(ctx, id)).map((one) => [one.language, one.texts]))
  const rows = keys(LANGUAGES).flatMap((language) => {
    const [before, more] = [there.get(language), taken[language]]
    return more && (before || adds) ? [{ language, texts: { ...before, ...more } }] : []
  })
  if (rows.length === 0) return
  const saved = { savedAt: ctx.now, savedBy: personOf(ctx.actor)?.personId ?? null }
  await ctx.tx
    .insert(consultationTranslations)
    .values(rows.map((row) => ({ ...row, ...saved, lioId: ctx.lio.id, consultationId: id })))
    .onConflictDoUpdate({
      target: [
        consultationTranslations.lioId,
        consultationTranslations.consultationId,
        consultationTranslations.language,
      ],
      set: { ...saved, texts: sql`excluded.texts`, version: sql`${consultationTranslations.version} + 1` },
    })
}

/** Offers every language that is whole, as a consultation opens; the others stay out of groups’ sight. */
export async function offerLanguages(ctx: Ctx, consultation: Parameters<typeof textsOf>[0] & { id: string }) {
  const { id } = consultation
  const [questions, translations] = await Promise.all([listQuestions(ctx, id), listTranslations(ctx, id)])
  if (translations.length === 0) return
  const all = textsOf(consultation, questions)
  const whole = translations.filter(({ texts }) => isWhole(all, texts))
  if (whole.length > 0)
    await ctx.tx
      .update(consultationTranslations)
      .set({ offeredAt: ctx.now })
      .where(
        and(
          eq(consultationTranslations.consultationId, id),
          isOneOf(
            consultationTranslations.language,
            whole.map(({ language }) => language),
          ),
        ),
      )
}
