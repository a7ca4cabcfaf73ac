import { readMarkdown } from "../../documents/markdown"
import { linesOf, wordsOf } from "../../documents/text"
import { shortened } from "../../words"
import type { Guide } from "./queries"

/** Where words were found in a guide: the section (null: before the first), and the line they stand in. */
export type Hit = { id: string | null; heading: string | null; line: string }

const MOST = 3
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/** Whether each of the words stands in a text, whatever their accents and capitals. */
const hasAll = (text: string, words: string[]) => words.every((word) => plain(text).includes(word))

/** The words that somebody looks for. */
export const wordsSought = (typed: unknown) =>
  plain(typeof typed === "string" ? typed.slice(0, 100) : "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Whether a title has all the words. */
export const isAbout = (title: string, words: string[]) => hasAll(title, words)

/** The places in a guide where the words stand; null when it doesn't have them all. */
export function findInGuide(
  { title, summary, body }: Pick<Guide, "title" | "summary" | "body">,
  words: string[],
): Hit[] | null {
  const { blocks } = readMarkdown(body, { linkTo: (written) => written })
  if (!hasAll([title, summary, ...linesOf(blocks)].join("\n"), words)) return null
  let at: Pick<Hit, "id" | "heading"> = { id: null, heading: null }
  const hits: Hit[] = []
  for (const block of blocks) {
    if (block.kind === "heading") at = { id: block.id, heading: wordsOf(block.inlines) }
    const line = linesOf([block]).find((one) => words.some((word) => plain(one).includes(word)))
    if (line && block.kind !== "heading")
      hits.push({ ...at, line: shortened(line.replace(/\s*\|\s*/g, ", ").replace(/\s+/g, " "), 180) })
  }
  return hits
    .sort((one, other) => Number(hasAll(other.line, words)) - Number(hasAll(one.line, words)))
    .slice(0, MOST)
}
