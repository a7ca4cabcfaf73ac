/** Somebody or a group that can be named with @. */
export type Nameable = { kind: "person" | "group"; id: string; name: string }

/** What somebody says themselves: without code, and without what they quote of others. */
const ownWords = (text: string) =>
  text
    .replace(/^ {0,3}(```|~~~)[\s\S]*?(^ {0,3}\1|$(?![\s\S]))/gm, " ")
    .replace(/^ {0,3}>.*$/gm, " ")
    .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, " ")

/** Who is named in a text with @Name, outside code and quotes: the longest name that fits, without regard to case. */
export function mentionsIn(body: string, nameable: Nameable[]): Nameable[] {
  const text = ownWords(body)
  const longest = [...nameable].sort((a, b) => b.name.length - a.name.length)
  const lower = text.toLowerCase()
  const found = new Map<string, Nameable>()
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(lower[at - 1] ?? "")) continue
    const rest = lower.slice(at + 1)
    const named = longest.find(
      (one) => rest.startsWith(one.name.toLowerCase()) && !/[\p{L}\p{N}]/u.test(rest[one.name.length] ?? " "),
    )
    if (named) found.set(named.id, named)
  }
  return [...found.values()]
}
