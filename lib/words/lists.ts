import { say } from "./say"

/** "bread, milk and eggs"; where one of them has an "and" of its own, "Skelby, and Thornclough and Moor Side". */
export function inWords(things: readonly string[]): string {
  if (things.length < 2) return things[0] ?? ""
  const rest = things.slice(0, -1).join(", ")
  const last = things.at(-1) ?? ""
  return things.some((thing) => thing.includes(" and "))
    ? say("{rest}, and {last}", { rest, last })
    : say("{rest} and {last}", { rest, last })
}

/** A label as it stands inside a sentence: "email address" of "Email address", but "NHS number" as it is. */
export const inSentence = (label: string) =>
  label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** The first so many characters, cut at a word, with … when something was left out. */
export function shortened(text: string, most = 160): string {
  const flat = text.replace(/\s+/g, " ").trim()
  return flat.length <= most ? flat : `${flat.slice(0, most).replace(/\s+\S*$/, "")}…`
}

/** The beginning of what somebody wrote, its paragraphs kept, with … when something was left out. */
export function opening(text: string, most = 2000): string {
  const words = text.trim()
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, "")}…`
}
