import type { Forms, Language } from "../language"

const LETTERS = "abcdefghijklmnopqrstuvwxyz"
const ACCENTED = "àƀçďèƒğħìĵķĺɱñòþɋŕšťùṽŵẋÿž"

const accented = (text: string) =>
  `⟦${text.replace(/\{\w+\}|<\/?\w+>|[a-z]/g, (part) => ACCENTED[LETTERS.indexOf(part)] ?? part)}⟧`

/** Each text in brackets and with accents, so that whatever has not gone through the catalogue stands out. Only tests choose it. */
export const testLanguage: Language = {
  locale: "en-GB",
  text: accented,
  forms: ({ one, other }: Forms) => ({ one: accented(one), other: accented(other) }),
}

/** What was said in the test language, in English again. */
export const plainOf = (text: string) =>
  text.replace(/[⟦⟧]/g, "").replace(/[^ -~\s]/g, (letter) => LETTERS[ACCENTED.indexOf(letter)] ?? letter)
