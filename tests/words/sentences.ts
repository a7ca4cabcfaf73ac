import { DomUtils, parseDocument } from "htmlparser2"

type Nodes = ReturnType<typeof parseDocument>["children"]
type Node = Nodes[number]

/** Elements that hold a run of words of their own. */
const RUNS = new Set([
  "h1",
  "h2",
  "h3",
  "h4",
  "p",
  "li",
  "label",
  "legend",
  "summary",
  "dd",
  "figcaption",
  "caption",
])
/** What is not ours to word: what people wrote, names and figures in tables, and what nobody reads. */
const LEFT_OUT = new Set([
  "script",
  "style",
  "svg",
  "nav",
  "select",
  "textarea",
  "table",
  "blockquote",
  "time",
])
const isTheirs = (node: Node) =>
  DomUtils.isTag(node) && (LEFT_OUT.has(node.name) || /\b(prose|sr-only)\b/.test(node.attribs.class ?? ""))

function textOf(node: Node): string {
  if (isTheirs(node)) return " "
  if (DomUtils.isText(node)) return node.data
  if (!DomUtils.isTag(node)) return ""
  return node.name === "br" ? ". " : node.children.map(textOf).join("")
}

function runsIn(nodes: Nodes): string[] {
  return nodes.flatMap((node): string[] => {
    if (!DomUtils.isTag(node) || isTheirs(node)) return []
    const inner = runsIn(node.children)
    if (!RUNS.has(node.name) || inner.length > 0) return inner
    return [textOf(node).replace(/\s+/g, " ").trim()]
  })
}

/** The sentences of a page's main part, in our own words: no tables, no lists to choose from, nothing that people wrote. */
export function sentencesOf(html: string): string[] {
  const document = parseDocument(html)
  const main = DomUtils.getElementsByTagName("main", document, true, 1)
  return runsIn(main)
    .flatMap((run) => run.split(/(?<=[.?!:])\s+(?=[A-Z“"£\d])/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

/** The words of a sentence, without figures and addresses. */
export const wordsOf = (sentence: string) =>
  sentence.split(/\s+/).filter((word) => /^[^\w@]*[A-Za-z][A-Za-z’'-]*[^\w@]*$/.test(word))

/** About how many syllables a word has. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "")
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "").replace(/^y/, "")
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/**
 * The reading age of sentences in years: the grade of Flesch and Kincaid (1975), counted from the age of five, at which
 * English children begin school.
 */
export function readingAge(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}
