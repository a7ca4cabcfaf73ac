import { DomUtils, parseDocument } from "htmlparser2"
import type { Text } from "./texts"

/** Attributes that are read aloud or shown. */
const SAID = ["aria-label", "alt", "placeholder", "title"]
const UNREAD = new Set(["script", "style", "template", "head"])

type Node = ReturnType<typeof parseDocument>["children"][number]

function* textsIn(nodes: Node[]): Generator<string> {
  for (const node of nodes) {
    if (DomUtils.isText(node)) yield node.data
    if (!DomUtils.isTag(node) || UNREAD.has(node.name)) continue
    for (const name of SAID) if (node.attribs[name]) yield node.attribs[name]
    yield* textsIn(node.children)
  }
}

const wordsIn = (text: string) => text.match(/\p{L}[\p{L}’'-]+/gu) ?? []
const flat = (text: string) => text.replace(/\s+/g, " ").trim()

/** The words of a page that a Trellis in the test language sent: those from the catalogue, and stretches that are not in brackets. */
export function wordsOfPage(html: string): { said: number; outside: string[] } {
  let depth = 0
  let said = 0
  const outside: string[] = []
  for (const text of textsIn(parseDocument(html).children))
    for (const piece of text.split(/([⟦⟧])/)) {
      if (piece === "⟦") depth++
      else if (piece === "⟧") depth--
      // What is filled into a text is data, and has its plain letters.
      else if (depth > 0) said += wordsIn(piece).filter((word) => !/[a-z]/.test(word)).length
      else if (wordsIn(piece).length > 0) outside.push(flat(piece))
    }
  return { said, outside }
}

/** Of a stretch that is not in brackets, the bare text of the code that it comes from; none: it is data. */
export function sourceOf(bare: Text[]): (stretch: string) => Text | undefined {
  const whole = new Map(bare.map((text) => [text.text, text]))
  return (stretch) =>
    whole.get(stretch) ??
    (stretch.includes(" ") ? bare.find(({ text }) => text.includes(stretch)) : undefined)
}

/** How many words there are in a text. */
export const countWords = (text: string) => wordsIn(text).length
