import { sayCount } from "../words"

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no font and no XML can hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu

/** Stands for a sign that can't be printed. */
export const UNPRINTABLE = "\ufffd"

/** How a sign is called: "U+6F22". */
const signName = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

/** Text without what no file can hold: control characters and halves of surrogate pairs, each replaced and named. */
export function printable(text: string, unprintable: Set<string>): string {
  const whole = text.toWellFormed()
  if (whole !== text) unprintable.add(UNPRINTABLE)
  return whole.replace(CONTROL, (sign) => {
    unprintable.add(sign)
    return UNPRINTABLE
  })
}

/** What is said at the end of a document of the signs that it can't show; null when it shows all. */
export const unprintableInWords = (unprintable: Set<string>): string | null =>
  unprintable.size === 0
    ? null
    : sayCount(
        unprintable.size,
        {
          one: "{count} sign of this text can’t be printed and is shown as {stand}: {signs}.",
          other: "{count} characters of this text can’t be printed and are shown as {stand}: {signs}.",
        },
        { stand: UNPRINTABLE, signs: listed(unprintable) },
      )

const MOST_NAMED = 30
const listed = (signs: Set<string>) => {
  const names = [...signs].slice(0, MOST_NAMED).map(signName)
  return signs.size > MOST_NAMED ? `${names.join(", ")} …` : names.join(", ")
}
