import { type Forms, LANGUAGE, LOCALE } from "./language"

const NUMBERS = new Intl.NumberFormat(LOCALE)
const PLURALS = new Intl.PluralRules(LOCALE)

/** The names in braces of a text: "name" of "No name has “{name}” in it." */
export type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** A text as it stands in the code: one that is put together cannot be found by whoever translates. */
export type Whole<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text

type Values<Name extends string> = [Name] extends [never] ? [] : [values: Record<Name, string | number>]

/** "1,234". */
export const formatNumber = (number: number) => NUMBERS.format(number)

/** A text with what stands in its braces; numbers go by the language. */
const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ""
    return typeof value === "number" ? NUMBERS.format(value) : value
  })

/** The form that goes with a number, in this process's language. */
export function formOf(count: number, english: Forms): string {
  const forms = LANGUAGE ? LANGUAGE.forms(english) : english
  return forms[PLURALS.select(count)] ?? forms.other
}

/** A text in this process's language: say("No name has “{name}” in it.", { name }). */
export function say<const Text extends string>(
  text: Text & Whole<Text>,
  ...[values]: Values<Names<Text>>
): string {
  const said = LANGUAGE ? LANGUAGE.text(text) : text
  return values ? filled(said, values) : said
}

/** A text that goes with a number: sayCount(3, { one: "{count} group", other: "{count} groups" }). */
export function sayCount<const One extends string, const Other extends string>(
  count: number,
  forms: { one: One & Whole<One>; other: Other & Whole<Other> },
  ...[values]: Values<Exclude<Names<One> | Names<Other>, "count">>
): string {
  return filled(formOf(count, forms), { count, ...values })
}
