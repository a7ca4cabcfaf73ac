import { fleschKincaid } from "flesch-kincaid"
import { DomUtils, parseDocument } from "htmlparser2"
import { syllable } from "syllable"

/** Grade 0 is the first year of school. */
const SCHOOL_AGE = 5

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

/** The reading age of sentences in years: their Flesch–Kincaid grade, and the age at which children start school. */
export function readingAge(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return 0
  const grade = fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: syllable(words.join(" ")),
  })
  return grade + SCHOOL_AGE
}
