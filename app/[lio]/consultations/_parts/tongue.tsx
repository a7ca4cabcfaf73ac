import type { ReactNode } from "react"
import { LANGUAGES } from "@/db/vocabulary"
import { directionOf, type Language, piecesOf, type Tongue } from "@/lib/consultations/languages/words"
import { say } from "@/lib/words"

/** Marks the words of a line that are in the other language, so that they are read out and written as they should be. */
export const marking =
  (tongue: Tongue | null | undefined) =>
  (line: string): ReactNode =>
    tongue && line
      ? piecesOf(line, tongue).map(({ words, other }, at) =>
          other ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line, in their order
            <span key={at} lang={tongue.language} dir={directionOf(tongue.language)}>
              {words}
            </span>
          ) : (
            words
          ),
        )
      : line

/** What marks the words of a line. */
export type Mark = ReturnType<typeof marking>

type Props = {
  offered: readonly Language[]
  tongue: Tongue | null
  /** The address of this page in a language. */
  at: (language: string) => string
}

/** The languages in which this can be read, as plain links; nothing where there is English alone. */
export function LanguageLinks({ offered, tongue, at }: Props) {
  if (offered.length === 0) return null
  const all = [
    { language: "en", own: say("English") },
    ...offered.map((language) => ({ language, own: LANGUAGES[language].own })),
  ]
  const now = tongue?.language ?? "en"
  return (
    <nav aria-label={say("Language")} className="mb-4">
      <ul className="m-0 flex list-none flex-wrap gap-x-5 p-0">
        {all.map(({ language, own }) => (
          <li key={language} lang={language}>
            <a
              href={at(language)}
              aria-current={language === now ? "true" : undefined}
              className={`inline-flex min-h-11 items-center ${language === now ? "font-semibold text-ink no-underline" : ""}`}
            >
              {own}
            </a>
          </li>
        ))}
      </ul>
      {tongue ? (
        <p className="hint m-0">{say("The questions are translated. The rest of the page is in English.")}</p>
      ) : null}
    </nav>
  )
}
