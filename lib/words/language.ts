/** Two forms in English; another language has up to six (Welsh has all of them). */
export type Forms = { one: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** A language other than the English of the code: what stands in the place of each text, and by which rules it counts. */
export type Language = {
  /** Dates, numbers, plurals and the alphabet go by it. */
  locale: string
  text: (english: string) => string
  forms: (english: Forms) => Forms
}

/** Where the language of this process stands: it is put there before anything else is loaded (bin/parts/language.mjs). */
export type WithLanguage = { trellisLanguage?: Language }

/** The language of this process; none: the English of the code. */
export const LANGUAGE = (globalThis as WithLanguage).trellisLanguage
/** The locale of pages, letters and files. */
export const LOCALE = LANGUAGE?.locale ?? "en-GB"
